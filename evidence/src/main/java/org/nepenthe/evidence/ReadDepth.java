package org.nepenthe.evidence;

/// How far the source was read by those who entered the value. Shown to the clinician with it.
public enum ReadDepth {
  /// The statement stands in the text of the source itself, which was read.
  PRIMARY("read in the source itself"),
  /// Only the source's abstract was read.
  ABSTRACT("read in the abstract only"),
  /// Read in another publication that reports the source.
  SECONDARY("read in a secondary report, not in the source"),
  /// Computed from values that were read.
  DERIVED("computed from values that were read"),
  /// Taken from the program code of others; the publication's own table was not readable.
  PEER_CODE("taken from public program code, not from the publication"),
  /// General knowledge that nobody here could check.
  UNVERIFIED("not verified: confirm before relying on it");

  private final String plainWords;

  ReadDepth(String plainWords) {
    this.plainWords = plainWords;
  }

  /// What a clinician reads beside the value.
  public String plainWords() {
    return plainWords;
  }
}

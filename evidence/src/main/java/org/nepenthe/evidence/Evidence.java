package org.nepenthe.evidence;

import java.util.Optional;

/// Where one value comes from and how good that is.
///
/// @param says what the source says, in our words, with its table or page
/// @param deviation what was changed against the source and why; empty where nothing was
public record Evidence(
    Citation citation,
    SourceType sourceType,
    Strength strength,
    Certainty certainty,
    ReadDepth read,
    String says,
    Optional<String> deviation) {

  /// True where nobody here could check the value in any source: it must be shown as such.
  public boolean unverified() {
    return read == ReadDepth.UNVERIFIED;
  }
}

package org.nepenthe.care.decision;

import java.time.Instant;

/// A named person's signature, given by typing their password again.
///
/// @param reason the signer's own words; empty where the meaning says it all
public record Signature(Actor signer, Instant signedAt, Meaning meaning, String reason) {
  /// What a signature stands for.
  public enum Meaning {
    APPROVED("approved"),
    REVIEWED("reviewed"),
    WITHDREW("withdrew"),
    OVERRODE("overrode"),
    PREPARED("prepared"),
    CHECKED("checked independently"),
    WITNESSED_CONSENT("witnessed consent"),
    DISCHARGED("discharged"),
    DECIDED("decided"),
    AMENDED("amended");

    private final String words;

    Meaning(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }
}

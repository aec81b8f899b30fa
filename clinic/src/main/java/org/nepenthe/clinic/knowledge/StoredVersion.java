package org.nepenthe.clinic.knowledge;

import java.time.Instant;

/// One version of the knowledge as it is kept.
///
/// @param version what people call it
/// @param takenAt when this clinic first started with it
public record StoredVersion(
    String contentHash, String version, String softwareVersion, Instant takenAt) {
  /// Enough of the hash to tell versions apart by eye.
  public String fingerprint() {
    return contentHash.substring(0, 16);
  }
}

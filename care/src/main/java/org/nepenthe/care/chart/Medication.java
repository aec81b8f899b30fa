package org.nepenthe.care.chart;

import java.time.Instant;
import java.util.Optional;
import org.nepenthe.care.decision.Coded;

/// A medication ordered or taken.
///
/// @param dosage the source's own words on how it is taken; empty where it says nothing
public record Medication(
    Coded drug,
    Status status,
    Optional<Instant> orderedAt,
    Optional<String> dosage,
    Provenance provenance)
    implements Fact {

  /// Whether the patient takes it now. Where the source does not say, it is not known.
  public enum Status {
    ACTIVE,
    STOPPED,
    NOT_KNOWN
  }
}

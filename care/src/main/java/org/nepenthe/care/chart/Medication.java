package org.nepenthe.care.chart;

import java.time.Instant;
import java.util.Optional;
import org.nepenthe.care.decision.Coded;

/// A medication ordered or taken.
///
/// @param dosage the source's own words on how it is taken; empty where it says nothing
/// @param dosing the same in numbers; empty where the source does not give them, or gives several
public record Medication(
    Coded drug,
    Status status,
    Optional<Instant> orderedAt,
    Optional<String> dosage,
    Optional<Dosing> dosing,
    Provenance provenance)
    implements Fact {

  /// A medication of which nothing says in numbers how it is taken.
  public Medication(
      Coded drug,
      Status status,
      Optional<Instant> orderedAt,
      Optional<String> dosage,
      Provenance provenance) {
    this(drug, status, orderedAt, dosage, Optional.empty(), provenance);
  }

  /// Whether the patient takes it now. Where the source does not say, it is not known.
  public enum Status {
    ACTIVE,
    STOPPED,
    NOT_KNOWN
  }
}

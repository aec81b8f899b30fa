package org.nepenthe.care.chart;

import java.time.Instant;
import java.util.Optional;
import org.nepenthe.care.decision.Coded;

/// A recorded allergy or intolerance. An empty list of these says nothing about having none.
public record Allergy(
    Coded substance,
    Status status,
    Optional<String> reaction,
    Optional<Instant> since,
    Provenance provenance)
    implements Fact {

  /// Whether the source still holds it to be true. Where it does not say, it is not known.
  public enum Status {
    ACTIVE,
    INACTIVE,
    NOT_KNOWN
  }
}

package org.nepenthe.care.chart;

import java.time.Instant;
import java.util.Optional;
import org.nepenthe.care.decision.Coded;

/// A problem or diagnosis on the chart.
public record Condition(
    Coded code,
    Status status,
    Optional<Instant> onset,
    Optional<Instant> abated,
    Provenance provenance)
    implements Fact {

  /// Whether the problem is going on. Where the source does not say, it is not known.
  public enum Status {
    ACTIVE,
    INACTIVE,
    NOT_KNOWN
  }
}

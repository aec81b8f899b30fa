package org.nepenthe.care.chart;

import java.math.BigDecimal;
import java.time.Instant;
import org.nepenthe.care.decision.Coded;

/// A measured number: a laboratory result, a vital sign or a score.
///
/// @param unit UCUM code; already one of the units the clinic accepts for this kind
public record Measurement(
    Kind kind, Coded what, BigDecimal value, String unit, Instant at, Provenance provenance) {
  /// Which list of the chart it belongs to.
  public enum Kind {
    LABORATORY,
    VITAL_SIGN,
    SCORE
  }
}

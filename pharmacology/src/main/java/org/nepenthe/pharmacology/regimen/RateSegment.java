package org.nepenthe.pharmacology.regimen;

import org.nepenthe.quantity.DoseRate;

/// A rate that does not change from one minute until another. A rate of zero is an infusion on
/// hold.
public record RateSegment(double fromMinute, double untilMinute, DoseRate rate) {
  public RateSegment {
    Minutes.valid(fromMinute, "start of a rate");
    Minutes.valid(untilMinute, "end of a rate");
    if (untilMinute <= fromMinute) {
      throw new IllegalArgumentException(
          "a rate from " + fromMinute + " min cannot end at " + untilMinute + " min");
    }
    Regimen.computable(rate.asDouble(), "rate", "mg/h");
  }

  /// UCUM `mg/min`.
  public double milligramsPerMinute() {
    return rate.asDouble() / 60;
  }
}

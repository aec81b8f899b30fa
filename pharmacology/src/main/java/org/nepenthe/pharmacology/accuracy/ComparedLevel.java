package org.nepenthe.pharmacology.accuracy;

import org.nepenthe.pharmacology.regimen.Minutes;

/// One measured concentration beside what was predicted for the same person and minute, in one and
/// the same unit.
public record ComparedLevel(double minute, double observed, double predicted) {
  public ComparedLevel {
    Minutes.valid(minute, "time of a level");
    if (!(observed >= 0 && observed < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "an observed concentration must be finite and not negative, was " + observed);
    }
    if (!(predicted > 0 && predicted < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "a predicted concentration must be finite and above 0, was " + predicted);
    }
  }

  /// Performance error in %: `100 (observed - predicted) / predicted`. Above 0 the model
  /// under-predicts.
  public double errorPercent() {
    return 100 * (observed - predicted) / predicted;
  }
}

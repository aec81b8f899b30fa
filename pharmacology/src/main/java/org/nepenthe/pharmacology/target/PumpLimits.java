package org.nepenthe.pharmacology.target;

/// The fastest that drug can be given, in mg/min: pumps are limited in mL/h, so this depends on the
/// strength of the solution, `mL/h * mg/mL / 60`.
///
/// @param bolusRate while a raised target has not yet been reached
/// @param infusionRate at any other time
public record PumpLimits(double bolusRate, double infusionRate) {
  public PumpLimits {
    positive(bolusRate, "largest bolus rate");
    positive(infusionRate, "largest infusion rate");
    if (infusionRate > bolusRate) {
      throw new IllegalArgumentException(
          "a pump that infuses at "
              + infusionRate
              + " mg/min cannot be limited to "
              + bolusRate
              + " mg/min for a bolus");
    }
  }

  /// One limit for everything.
  public static PumpLimits of(double milligramsPerMinute) {
    return new PumpLimits(milligramsPerMinute, milligramsPerMinute);
  }

  private static void positive(double value, String name) {
    if (!(value > 0 && value <= 1e6)) {
      throw new IllegalArgumentException(
          name + " must lie above 0 and up to 1000000 mg/min, was " + value + " mg/min");
    }
  }
}

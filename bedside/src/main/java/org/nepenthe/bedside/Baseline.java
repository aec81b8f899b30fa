package org.nepenthe.bedside;

import org.nepenthe.quantity.HeartRate;
import org.nepenthe.quantity.OxygenSaturation;
import org.nepenthe.quantity.Pressure;
import org.nepenthe.quantity.RespiratoryRate;

/// The virtual patient at rest, before any drug.
///
/// @param pain worst is 10
public record Baseline(
    HeartRate heartRate,
    Pressure systolic,
    Pressure diastolic,
    OxygenSaturation saturation,
    RespiratoryRate respiratoryRate,
    int pain) {

  public Baseline {
    if (diastolic.compareTo(systolic) >= 0) {
      throw new IllegalArgumentException(
          "diastolic pressure must lie below systolic, was "
              + systolic.millimetresOfMercury()
              + "/"
              + diastolic.millimetresOfMercury()
              + " mmHg");
    }
    if (pain < 0 || pain > 10) {
      throw new IllegalArgumentException("pain must lie between 0 and 10, was " + pain);
    }
  }

  /// A calm adult with chronic pain.
  public static Baseline calmAdult() {
    return new Baseline(
        HeartRate.ofBeatsPerMinute("72"),
        Pressure.ofMillimetresOfMercury("128"),
        Pressure.ofMillimetresOfMercury("78"),
        OxygenSaturation.ofPercent("98"),
        RespiratoryRate.ofBreathsPerMinute("14"),
        7);
  }
}

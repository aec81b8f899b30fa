package org.nepenthe.clinic.patient;

import java.math.BigDecimal;
import org.nepenthe.care.chart.Measurement;
import org.nepenthe.clinic.platform.display.Figures;
import org.nepenthe.clinic.platform.display.UnitText;

/// Measured numbers as a chart shows them.
final class Shown {
  private Shown() {}

  static String number(BigDecimal value) {
    return Figures.rounded(value, 4, 2);
  }

  static String of(Measurement measurement) {
    return Figures.withUnit(number(measurement.value()), UnitText.of(measurement.unit()));
  }

  /// `154 lb`, where it had to be converted; empty where not.
  static String entered(Measurement measurement) {
    return measurement
        .entered()
        .map(entered -> Figures.exact(entered.value(), UnitText.of(entered.unit())))
        .orElse("");
  }
}

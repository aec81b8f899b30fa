package org.nepenthe.clinic.patient;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.nepenthe.care.chart.Measurement.Category;
import org.nepenthe.care.chart.Measurement.Entered;
import org.nepenthe.care.decision.Coded;
import org.nepenthe.quantity.BodyWeight;

/// A measurement taken in this clinic, before it is written down.
///
/// @param unit UCUM code of the unit the clinic keeps this in
/// @param entered number and unit as they were typed, where they had to be converted
public record Taking(
    Category category,
    Coded what,
    BigDecimal value,
    String unit,
    Optional<Entered> entered,
    Instant at) {
  private static final String LOINC = "http://loinc.org";

  /// Body weight, LOINC 29463-7.
  public static Taking weight(BodyWeight weight, Optional<Entered> entered, Instant at) {
    return vitalSign("29463-7", "Body weight", weight.kilograms(), "kg", entered, at);
  }

  static Taking vitalSign(
      String loinc,
      String display,
      BigDecimal value,
      String unit,
      Optional<Entered> entered,
      Instant at) {
    return new Taking(
        Category.VITAL_SIGN, new Coded.Known(LOINC, loinc, display), value, unit, entered, at);
  }
}

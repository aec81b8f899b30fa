package org.nepenthe.pharmacology.spoken;

import java.math.BigDecimal;
import java.math.MathContext;
import org.nepenthe.pharmacology.person.Age;

/// An age as people write it: `45`, `45 years`, `18 months`.
public final class SpokenAge {
  private static final BigDecimal MONTHS = BigDecimal.valueOf(12);

  private SpokenAge() {}

  /// @throws Unclear if the unit is unknown, or the number can be misread
  public static Age parse(String text) {
    var said = SpokenNumber.parse(text, text);
    return switch (said.unit()) {
      case "", "y", "year", "years" -> new Age(said.number());
      case "month", "months" -> new Age(said.number().divide(MONTHS, MathContext.DECIMAL64));
      default -> throw new Unclear("'" + text + "': an age is said in years or months");
    };
  }
}

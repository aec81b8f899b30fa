package org.nepenthe.pharmacology.person;

import java.math.BigDecimal;

/// Time since birth in years, with decimals for the very young. UCUM `a`.
public record Age(BigDecimal years) {
  private static final BigDecimal OLDEST = new BigDecimal("130");

  public Age {
    if (years.signum() < 0 || years.compareTo(OLDEST) > 0) {
      throw new IllegalArgumentException(
          "age must lie between 0 and 130 years, was " + years.toPlainString() + " years");
    }
  }

  public static Age ofYears(String years) {
    return new Age(new BigDecimal(years));
  }

  public double asDouble() {
    return years.doubleValue();
  }
}

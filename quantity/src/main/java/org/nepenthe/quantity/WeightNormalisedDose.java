package org.nepenthe.quantity;

import java.math.BigDecimal;

/// Drug mass per body mass. UCUM `mg/kg`.
public record WeightNormalisedDose(BigDecimal milligramsPerKilogram)
    implements Comparable<WeightNormalisedDose> {
  public WeightNormalisedDose {
    milligramsPerKilogram =
        Decimal.positive(milligramsPerKilogram, "weight-normalised dose", "mg/kg");
  }

  public static WeightNormalisedDose ofMilligramsPerKilogram(String milligramsPerKilogram) {
    return new WeightNormalisedDose(new BigDecimal(milligramsPerKilogram));
  }

  public static WeightNormalisedDose ofMilligramsPerKilogram(double milligramsPerKilogram) {
    return new WeightNormalisedDose(Decimal.of(milligramsPerKilogram, "weight-normalised dose"));
  }

  public double asDouble() {
    return milligramsPerKilogram.doubleValue();
  }

  @Override
  public int compareTo(WeightNormalisedDose other) {
    return milligramsPerKilogram.compareTo(other.milligramsPerKilogram);
  }

  public Dose forWeight(BodyWeight weight, Moiety moiety) {
    return new Dose(Decimal.times(milligramsPerKilogram, weight.kilograms()), moiety);
  }
}

package org.nepenthe.quantity;

import java.math.BigDecimal;

/// Drug mass per body mass per hour, as infusion protocols state it. UCUM `mg/kg/h`.
public record WeightNormalisedRate(BigDecimal milligramsPerKilogramPerHour)
    implements Comparable<WeightNormalisedRate> {
  public WeightNormalisedRate {
    milligramsPerKilogramPerHour =
        Decimal.positive(milligramsPerKilogramPerHour, "weight-normalised rate", "mg/kg/h");
  }

  public static WeightNormalisedRate ofMilligramsPerKilogramPerHour(
      String milligramsPerKilogramPerHour) {
    return new WeightNormalisedRate(new BigDecimal(milligramsPerKilogramPerHour));
  }

  public static WeightNormalisedRate ofMilligramsPerKilogramPerHour(
      double milligramsPerKilogramPerHour) {
    return new WeightNormalisedRate(
        Decimal.of(milligramsPerKilogramPerHour, "weight-normalised rate"));
  }

  public double asDouble() {
    return milligramsPerKilogramPerHour.doubleValue();
  }

  @Override
  public int compareTo(WeightNormalisedRate other) {
    return milligramsPerKilogramPerHour.compareTo(other.milligramsPerKilogramPerHour);
  }

  public DoseRate forWeight(BodyWeight weight, Moiety moiety) {
    return new DoseRate(Decimal.times(milligramsPerKilogramPerHour, weight.kilograms()), moiety);
  }
}

package org.nepenthe.quantity;

import java.math.BigDecimal;

/// Drug mass per hour of a named moiety, as base. UCUM `mg/h`. Zero is an infusion on hold.
public record DoseRate(BigDecimal milligramsPerHour, Moiety moiety) {
  public DoseRate {
    milligramsPerHour = Decimal.nonNegative(milligramsPerHour, "dose rate", "mg/h");
  }

  public static DoseRate ofMilligramsPerHour(String milligramsPerHour, Moiety moiety) {
    return new DoseRate(new BigDecimal(milligramsPerHour), moiety);
  }

  public static DoseRate none(Moiety moiety) {
    return new DoseRate(BigDecimal.ZERO, moiety);
  }

  public double asDouble() {
    return milligramsPerHour.doubleValue();
  }

  public boolean isZero() {
    return milligramsPerHour.signum() == 0;
  }

  /// The pump rate that delivers this from a solution.
  public PumpRate deliveredFrom(SolutionStrength strength) {
    return new PumpRate(Decimal.over(milligramsPerHour, strength.milligramsPerMillilitre()));
  }

  /// UCUM `mg/kg/h`; a rate of zero has none and is refused.
  public WeightNormalisedRate per(BodyWeight weight) {
    return new WeightNormalisedRate(Decimal.over(milligramsPerHour, weight.kilograms()));
  }

  /// UCUM `mg/min`.
  public BigDecimal milligramsPerMinute() {
    return Decimal.canonical(Decimal.over(milligramsPerHour, BigDecimal.valueOf(60)));
  }

  /// What this rate delivers in a number of seconds.
  public Dose in(BigDecimal seconds) {
    return new Dose(
        Decimal.over(Decimal.times(milligramsPerHour, seconds), BigDecimal.valueOf(3600)), moiety);
  }

  /// @throws IllegalArgumentException if the moieties differ
  public boolean exceeds(DoseRate other) {
    if (moiety != other.moiety) {
      throw new IllegalArgumentException(
          "rates of " + moiety + " and " + other.moiety + " cannot be compared");
    }
    return milligramsPerHour.compareTo(other.milligramsPerHour) > 0;
  }
}

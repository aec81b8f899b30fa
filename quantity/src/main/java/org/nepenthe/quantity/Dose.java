package org.nepenthe.quantity;

import java.math.BigDecimal;

/// A drug mass of a named moiety, as base. UCUM `mg`. Milligrams alone are not a dose: masses of
/// different moieties can be neither added nor compared.
public record Dose(BigDecimal milligrams, Moiety moiety) {
  public Dose {
    milligrams = Decimal.nonNegative(milligrams, "dose", "mg");
  }

  public static Dose ofMilligrams(String milligrams, Moiety moiety) {
    return new Dose(new BigDecimal(milligrams), moiety);
  }

  public static Dose ofMilligrams(double milligrams, Moiety moiety) {
    return new Dose(Decimal.of(milligrams, "dose"), moiety);
  }

  public static Dose none(Moiety moiety) {
    return new Dose(BigDecimal.ZERO, moiety);
  }

  public double asDouble() {
    return milligrams.doubleValue();
  }

  /// @throws IllegalArgumentException if the moieties differ
  public Dose plus(Dose other) {
    return new Dose(milligrams.add(sameMoiety(other).milligrams), moiety);
  }

  /// @throws IllegalArgumentException if the moieties differ
  public boolean exceeds(Dose other) {
    return milligrams.compareTo(sameMoiety(other).milligrams) > 0;
  }

  public WeightNormalisedDose per(BodyWeight weight) {
    return new WeightNormalisedDose(Decimal.over(milligrams, weight.kilograms()));
  }

  /// The constant rate that gives this dose in a number of minutes.
  public DoseRate over(BigDecimal minutes) {
    var duration = Decimal.positive(minutes, "duration", "min");
    return new DoseRate(
        Decimal.over(Decimal.times(milligrams, BigDecimal.valueOf(60)), duration), moiety);
  }

  private Dose sameMoiety(Dose other) {
    if (moiety != other.moiety) {
      throw new IllegalArgumentException(
          "doses of " + moiety + " and " + other.moiety + " cannot be put together");
    }
    return other;
  }
}

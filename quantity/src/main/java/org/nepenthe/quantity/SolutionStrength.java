package org.nepenthe.quantity;

import java.math.BigDecimal;

/// Drug mass per volume of solution, in a vial or in a prepared syringe. UCUM `mg/mL`.
public record SolutionStrength(BigDecimal milligramsPerMillilitre)
    implements Comparable<SolutionStrength> {
  public SolutionStrength {
    milligramsPerMillilitre =
        Decimal.positive(milligramsPerMillilitre, "solution strength", "mg/mL");
  }

  public static SolutionStrength ofMilligramsPerMillilitre(String milligramsPerMillilitre) {
    return new SolutionStrength(new BigDecimal(milligramsPerMillilitre));
  }

  public static SolutionStrength ofMilligramsPerMillilitre(double milligramsPerMillilitre) {
    return new SolutionStrength(Decimal.of(milligramsPerMillilitre, "solution strength"));
  }

  public double asDouble() {
    return milligramsPerMillilitre.doubleValue();
  }

  @Override
  public int compareTo(SolutionStrength other) {
    return milligramsPerMillilitre.compareTo(other.milligramsPerMillilitre);
  }

  public static SolutionStrength of(Dose dose, Volume volume) {
    return new SolutionStrength(Decimal.over(dose.milligrams(), volume.millilitres()));
  }

  /// The volume of this solution that holds the dose.
  public Volume volumeOf(Dose dose) {
    return new Volume(Decimal.over(dose.milligrams(), milligramsPerMillilitre));
  }

  /// The drug mass in a volume of this solution.
  public Dose doseIn(Volume volume, Moiety moiety) {
    return new Dose(Decimal.times(milligramsPerMillilitre, volume.millilitres()), moiety);
  }
}

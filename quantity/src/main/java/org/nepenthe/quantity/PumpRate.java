package org.nepenthe.quantity;

import java.math.BigDecimal;

/// What a pump is set to. UCUM `mL/h`. Zero is a pump that stands still.
public record PumpRate(BigDecimal millilitresPerHour) implements Comparable<PumpRate> {
  public PumpRate {
    millilitresPerHour = Decimal.nonNegative(millilitresPerHour, "pump rate", "mL/h");
  }

  public static PumpRate ofMillilitresPerHour(String millilitresPerHour) {
    return new PumpRate(new BigDecimal(millilitresPerHour));
  }

  public static PumpRate ofMillilitresPerHour(double millilitresPerHour) {
    return new PumpRate(Decimal.of(millilitresPerHour, "pump rate"));
  }

  public double asDouble() {
    return millilitresPerHour.doubleValue();
  }

  @Override
  public int compareTo(PumpRate other) {
    return millilitresPerHour.compareTo(other.millilitresPerHour);
  }

  public static final PumpRate STOPPED = new PumpRate(BigDecimal.ZERO);

  /// The drug this rate delivers each hour from a solution.
  public DoseRate delivering(SolutionStrength strength, Moiety moiety) {
    return new DoseRate(
        Decimal.times(millilitresPerHour, strength.milligramsPerMillilitre()), moiety);
  }

  /// Rounded to what the pump can be set to; the caller names the direction.
  public PumpRate roundedTo(BigDecimal step, java.math.RoundingMode direction) {
    var positive = Decimal.positive(step, "pump step", "mL/h");
    return new PumpRate(millilitresPerHour.divide(positive, 0, direction).multiply(positive));
  }
}

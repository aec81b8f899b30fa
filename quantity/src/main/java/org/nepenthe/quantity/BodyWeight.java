package org.nepenthe.quantity;

import java.math.BigDecimal;

/// Body mass. UCUM `kg`.
public record BodyWeight(BigDecimal kilograms) implements Comparable<BodyWeight> {
  public BodyWeight {
    kilograms = Decimal.positive(kilograms, "body weight", "kg");
  }

  public static BodyWeight ofKilograms(String kilograms) {
    return new BodyWeight(new BigDecimal(kilograms));
  }

  public static BodyWeight ofKilograms(double kilograms) {
    return new BodyWeight(Decimal.of(kilograms, "body weight"));
  }

  public double asDouble() {
    return kilograms.doubleValue();
  }

  @Override
  public int compareTo(BodyWeight other) {
    return kilograms.compareTo(other.kilograms);
  }

  /// One avoirdupois pound is exactly 0.45359237 kg (international yard and pound agreement, 1959).
  private static final BigDecimal KILOGRAMS_PER_POUND = new BigDecimal("0.45359237");

  /// From avoirdupois pounds, UCUM `[lb_av]`; exact, not rounded.
  public static BodyWeight ofPounds(String pounds) {
    return new BodyWeight(new BigDecimal(pounds).multiply(KILOGRAMS_PER_POUND));
  }

  public BigDecimal pounds() {
    return Decimal.canonical(Decimal.over(kilograms, KILOGRAMS_PER_POUND));
  }

  /// How far this weight is off an earlier one, as a fraction of the earlier: 0.1 is ten percent.
  public BigDecimal relativeChangeFrom(BodyWeight earlier) {
    return Decimal.canonical(
        Decimal.over(kilograms.subtract(earlier.kilograms).abs(), earlier.kilograms));
  }

  /// Rounded half up to a number of decimals, for a balance that shows no more.
  public BodyWeight roundedTo(int decimals) {
    return new BodyWeight(kilograms.setScale(decimals, java.math.RoundingMode.HALF_UP));
  }
}

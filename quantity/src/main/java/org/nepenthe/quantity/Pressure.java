package org.nepenthe.quantity;

import java.math.BigDecimal;

/// Blood pressure. UCUM `mm[Hg]`.
public record Pressure(BigDecimal millimetresOfMercury) implements Comparable<Pressure> {
  public Pressure {
    millimetresOfMercury = Decimal.nonNegative(millimetresOfMercury, "pressure", "mm[Hg]");
  }

  public static Pressure ofMillimetresOfMercury(String millimetresOfMercury) {
    return new Pressure(new BigDecimal(millimetresOfMercury));
  }

  public static Pressure ofMillimetresOfMercury(double millimetresOfMercury) {
    return new Pressure(Decimal.of(millimetresOfMercury, "pressure"));
  }

  public double asDouble() {
    return millimetresOfMercury.doubleValue();
  }

  @Override
  public int compareTo(Pressure other) {
    return millimetresOfMercury.compareTo(other.millimetresOfMercury);
  }
}

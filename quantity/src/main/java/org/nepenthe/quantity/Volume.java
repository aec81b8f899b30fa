package org.nepenthe.quantity;

import java.math.BigDecimal;

/// Volume of a liquid. UCUM `mL`.
public record Volume(BigDecimal millilitres) implements Comparable<Volume> {
  public Volume {
    millilitres = Decimal.positive(millilitres, "volume", "mL");
  }

  public static Volume ofMillilitres(String millilitres) {
    return new Volume(new BigDecimal(millilitres));
  }

  public static Volume ofMillilitres(double millilitres) {
    return new Volume(Decimal.of(millilitres, "volume"));
  }

  public double asDouble() {
    return millilitres.doubleValue();
  }

  @Override
  public int compareTo(Volume other) {
    return millilitres.compareTo(other.millilitres);
  }

  /// The rate that delivers this volume in a number of minutes.
  public PumpRate over(BigDecimal minutes) {
    var duration = Decimal.positive(minutes, "duration", "min");
    return new PumpRate(Decimal.over(Decimal.times(millilitres, BigDecimal.valueOf(60)), duration));
  }

  public Volume plus(Volume other) {
    return new Volume(millilitres.add(other.millilitres));
  }

  public Volume minus(Volume other) {
    return new Volume(millilitres.subtract(other.millilitres));
  }
}

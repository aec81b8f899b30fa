package org.nepenthe.quantity;

import java.math.BigDecimal;

/// Arterial oxygen saturation by pulse oximetry, 0 to 100. UCUM `%`.
public record OxygenSaturation(BigDecimal percent) implements Comparable<OxygenSaturation> {
  public OxygenSaturation {
    percent = Decimal.nonNegative(percent, "oxygen saturation", "%");
    if (percent.compareTo(BigDecimal.valueOf(100)) > 0) {
      throw new IllegalArgumentException(
          "oxygen saturation must be at most 100 %, was " + percent + " %");
    }
  }

  public static OxygenSaturation ofPercent(String percent) {
    return new OxygenSaturation(new BigDecimal(percent));
  }

  public static OxygenSaturation ofPercent(double percent) {
    return new OxygenSaturation(Decimal.of(percent, "oxygen saturation"));
  }

  public double asDouble() {
    return percent.doubleValue();
  }

  @Override
  public int compareTo(OxygenSaturation other) {
    return percent.compareTo(other.percent);
  }
}

package org.nepenthe.quantity;

import java.math.BigDecimal;

/// Breaths per minute. UCUM `/min`.
public record RespiratoryRate(BigDecimal breathsPerMinute) implements Comparable<RespiratoryRate> {
  public RespiratoryRate {
    breathsPerMinute = Decimal.nonNegative(breathsPerMinute, "respiratory rate", "/min");
  }

  public static RespiratoryRate ofBreathsPerMinute(String breathsPerMinute) {
    return new RespiratoryRate(new BigDecimal(breathsPerMinute));
  }

  public static RespiratoryRate ofBreathsPerMinute(double breathsPerMinute) {
    return new RespiratoryRate(Decimal.of(breathsPerMinute, "respiratory rate"));
  }

  public double asDouble() {
    return breathsPerMinute.doubleValue();
  }

  @Override
  public int compareTo(RespiratoryRate other) {
    return breathsPerMinute.compareTo(other.breathsPerMinute);
  }
}

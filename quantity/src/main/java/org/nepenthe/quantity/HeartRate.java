package org.nepenthe.quantity;

import java.math.BigDecimal;

/// Heart beats per minute. UCUM `/min`.
public record HeartRate(BigDecimal beatsPerMinute) implements Comparable<HeartRate> {
  public HeartRate {
    beatsPerMinute = Decimal.nonNegative(beatsPerMinute, "heart rate", "/min");
  }

  public static HeartRate ofBeatsPerMinute(String beatsPerMinute) {
    return new HeartRate(new BigDecimal(beatsPerMinute));
  }

  public static HeartRate ofBeatsPerMinute(double beatsPerMinute) {
    return new HeartRate(Decimal.of(beatsPerMinute, "heart rate"));
  }

  public double asDouble() {
    return beatsPerMinute.doubleValue();
  }

  @Override
  public int compareTo(HeartRate other) {
    return beatsPerMinute.compareTo(other.beatsPerMinute);
  }
}

package org.nepenthe.care.infusion.pump;

import java.math.BigDecimal;

/// The volume given as the pump's own display counts it. Zero before the first drop.
public record PumpVolume(BigDecimal millilitres) {
  public PumpVolume {
    if (millilitres.signum() < 0) {
      throw new IllegalArgumentException(
          "volume given must not be negative, was " + millilitres.toPlainString() + " mL");
    }
  }
}

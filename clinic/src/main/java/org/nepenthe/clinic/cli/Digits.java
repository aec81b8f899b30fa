package org.nepenthe.clinic.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// Numbers for other programs to read.
final class Digits {
  private static final MathContext FIFTEEN = new MathContext(15, RoundingMode.HALF_EVEN);
  private static final double SMALLEST_WRITTEN_OUT = 1e-6;

  private Digits() {}

  /// 15 significant digits, which is what a `double` carries for certain; no trailing zeros.
  static String fifteen(double value) {
    var rounded = new BigDecimal(value).round(FIFTEEN);
    if (rounded.signum() == 0) {
      return "0";
    }
    return Math.abs(value) < SMALLEST_WRITTEN_OUT
        ? rounded.stripTrailingZeros().toString()
        : rounded.stripTrailingZeros().toPlainString();
  }
}

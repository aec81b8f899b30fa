package org.nepenthe.quantity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// The one form in which quantities keep their number: a decimal without trailing zeros.
///
/// Two quantities are equal when they mean the same amount, however they were typed (0.50 equals
/// 0.5). Divisions carry 20 significant digits, far beyond any pump's step; rounding to what a
/// syringe or pump can deliver is a separate, named step.
final class Decimal {
  static final MathContext PRECISION = new MathContext(20, RoundingMode.HALF_EVEN);

  private Decimal() {}

  /// The number in its canonical form: no trailing zeros, never an exponent for whole numbers.
  static BigDecimal canonical(BigDecimal number) {
    if (number.signum() == 0) {
      return BigDecimal.ZERO;
    }
    var stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  static BigDecimal positive(BigDecimal number, String quantity, String unit) {
    writable(number, quantity, unit);
    if (number.signum() <= 0) {
      throw new IllegalArgumentException(
          quantity + " must be above 0 " + unit + ", was " + number.toPlainString() + " " + unit);
    }
    return canonical(number);
  }

  static BigDecimal nonNegative(BigDecimal number, String quantity, String unit) {
    writable(number, quantity, unit);
    if (number.signum() < 0) {
      throw new IllegalArgumentException(
          quantity + " must not be negative, was " + number.toPlainString() + " " + unit);
    }
    return canonical(number);
  }

  /// Refuses numbers that nobody writes out. A typed `1e999999999` is valid to the parser, and its
  /// digits would fill the memory.
  private static void writable(BigDecimal number, String quantity, String unit) {
    long digitsBeforePoint = (long) number.precision() - number.scale();
    if (digitsBeforePoint > 18 || number.scale() > 100) {
      throw new IllegalArgumentException(
          quantity + " is no amount anybody means, was " + number + " " + unit);
    }
  }

  static BigDecimal of(double number, String quantity) {
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException(quantity + " must be a finite number, was " + number);
    }
    return BigDecimal.valueOf(number);
  }

  static BigDecimal times(BigDecimal a, BigDecimal b) {
    return a.multiply(b, PRECISION);
  }

  static BigDecimal over(BigDecimal a, BigDecimal b) {
    return a.divide(b, PRECISION);
  }
}

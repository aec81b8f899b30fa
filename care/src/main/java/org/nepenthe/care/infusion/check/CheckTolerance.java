package org.nepenthe.care.infusion.check;

import java.math.BigDecimal;

/// By how much two people who work out the same number may differ.
///
/// @param percent of the expected number, inclusive
public record CheckTolerance(BigDecimal percent) {
  public static final CheckTolerance NONE = new CheckTolerance(BigDecimal.ZERO);

  public boolean agrees(BigDecimal expected, BigDecimal read) {
    var difference = expected.subtract(read).abs().multiply(BigDecimal.valueOf(100));
    return difference.compareTo(expected.abs().multiply(percent)) <= 0;
  }
}

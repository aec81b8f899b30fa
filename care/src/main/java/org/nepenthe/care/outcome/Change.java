package org.nepenthe.care.outcome;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/// What became of a score on which lower is better.
public record Change(BigDecimal before, BigDecimal after) {
  private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

  /// The fall in percent of the value before; negative where it rose. Empty where the value before
  /// was 0: there is nothing to fall from.
  public Optional<BigDecimal> fallPercent() {
    return before.signum() == 0
        ? Optional.empty()
        : Optional.of(
            before.subtract(after).multiply(PERCENT).divide(before, MathContext.DECIMAL64));
  }

  public boolean fell() {
    return after.compareTo(before) < 0;
  }
}

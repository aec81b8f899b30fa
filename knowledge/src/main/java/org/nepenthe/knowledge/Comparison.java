package org.nepenthe.knowledge;

import java.math.BigDecimal;

/// On which side of a limit it is breached, and whether the limit itself counts.
public enum Comparison {
  ABOVE(">", "above"),
  AT_OR_ABOVE(">=", "at or above"),
  BELOW("<", "below"),
  AT_OR_BELOW("<=", "at or below");

  private final String sign;
  private final String words;

  Comparison(String sign, String words) {
    this.sign = sign;
    this.words = words;
  }

  public String sign() {
    return sign;
  }

  public String words() {
    return words;
  }

  boolean holds(BigDecimal observed, BigDecimal limit) {
    int order = observed.compareTo(limit);
    return switch (this) {
      case ABOVE -> order > 0;
      case AT_OR_ABOVE -> order >= 0;
      case BELOW -> order < 0;
      case AT_OR_BELOW -> order <= 0;
    };
  }
}

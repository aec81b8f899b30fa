package org.nepenthe.knowledge;

import java.math.BigDecimal;

/// Which way a value is narrower: the way that makes the clinic more careful. A site may change a
/// value that way only.
public enum Direction {
  LOWER("a lower number is narrower"),
  HIGHER("a higher number is narrower"),
  /// For ranges: the new one must lie within the shipped one.
  INSIDE("a range within the shipped one is narrower"),
  /// No site may change it.
  FIXED("it may not be changed");

  private final String words;

  Direction(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }

  /// What a limit says of itself: the earlier it is breached, the narrower it is.
  static Direction of(Comparison breachedWhen) {
    return switch (breachedWhen) {
      case ABOVE, AT_OR_ABOVE -> LOWER;
      case BELOW, AT_OR_BELOW -> HIGHER;
    };
  }

  /// Whether one number is at least as narrow as another.
  boolean allows(BigDecimal now, BigDecimal shipped) {
    return switch (this) {
      case LOWER -> now.compareTo(shipped) <= 0;
      case HIGHER -> now.compareTo(shipped) >= 0;
      case INSIDE, FIXED -> now.compareTo(shipped) == 0;
    };
  }
}

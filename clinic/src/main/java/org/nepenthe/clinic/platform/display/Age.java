package org.nepenthe.clinic.platform.display;

import java.time.Duration;
import java.time.Instant;

/// How long ago something was, in the one unit that is worth reading.
public final class Age {
  private static final long DAYS_PER_MONTH = 30;
  private static final long DAYS_PER_YEAR = 365;

  private Age() {}

  /// `just now`, `14 min ago`, `3 h ago`, `5 days ago`, `4 months ago`, `2 years ago`.
  public static String of(Instant then, Instant now) {
    var age = Duration.between(then, now);
    if (age.isNegative()) {
      return "in the future";
    }
    if (age.toMinutes() < 1) {
      return "just now";
    }
    if (age.toHours() < 1) {
      return age.toMinutes() + " min ago";
    }
    if (age.toDays() < 2) {
      return age.toHours() + " h ago";
    }
    if (age.toDays() < 2 * DAYS_PER_MONTH) {
      return age.toDays() + " days ago";
    }
    if (age.toDays() < 2 * DAYS_PER_YEAR) {
      return age.toDays() / DAYS_PER_MONTH + " months ago";
    }
    return age.toDays() / DAYS_PER_YEAR + " years ago";
  }
}

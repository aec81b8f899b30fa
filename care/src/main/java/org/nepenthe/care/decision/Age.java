package org.nepenthe.care.decision;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/// How old a fact was at a moment. One dated in the future has no age that could be trusted.
public record Age(Instant trueAt, Instant at) {
  private static final long HOURS_UNTIL_DAYS = 48;
  private static final long DAYS_UNTIL_WEEKS = 14;
  private static final long DAYS_UNTIL_MONTHS = 63;
  private static final long MONTHS_UNTIL_YEARS = 24;

  /// Further ahead than a clock may run.
  public boolean inTheFuture() {
    return Duration.between(at, trueAt).compareTo(Reading.CLOCK_TOLERANCE) > 0;
  }

  /// In whole units, rounded down, of the size in which people speak of such an age: `under an
  /// hour`, `30 hours`, `9 days`, `5 weeks`, `14 months`, `6 years`.
  public String words() {
    if (inTheFuture()) {
      return "dated in the future";
    }
    var age = Duration.between(trueAt, at);
    if (age.toHours() < 1) {
      return "under an hour";
    }
    if (age.toHours() < HOURS_UNTIL_DAYS) {
      return counted(age.toHours(), "hour");
    }
    if (age.toDays() < DAYS_UNTIL_WEEKS) {
      return counted(age.toDays(), "day");
    }
    if (age.toDays() < DAYS_UNTIL_MONTHS) {
      return counted(age.toDays() / 7, "week");
    }
    var months =
        ChronoUnit.MONTHS.between(trueAt.atOffset(ZoneOffset.UTC), at.atOffset(ZoneOffset.UTC));
    return months < MONTHS_UNTIL_YEARS ? counted(months, "month") : counted(months / 12, "year");
  }

  private static String counted(long number, String unit) {
    return number + " " + unit + (number == 1 ? "" : "s");
  }
}

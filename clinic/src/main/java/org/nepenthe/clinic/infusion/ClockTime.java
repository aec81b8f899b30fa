package org.nepenthe.clinic.infusion;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.nepenthe.clinic.platform.form.Entry;

/// A time of day as a nurse reads it from the wall and types it: `13:05`.
final class ClockTime {
  private static final DateTimeFormatter HOURS_AND_MINUTES = DateTimeFormatter.ofPattern("H:mm");

  private ClockTime() {}

  /// The moment meant: the latest one with that time of day that is not in the future. Nothing
  /// typed means now.
  ///
  /// @param after a moment known to lie before what is being recorded; where it lies in the minute
  ///     that was typed, the moment meant is not put before it
  static Entry<Instant> read(String typed, ZoneId zone, Instant now, Instant after) {
    if (typed.isBlank()) {
      return Entry.accepted(now);
    }
    LocalTime time;
    try {
      time = LocalTime.parse(typed.strip(), HOURS_AND_MINUTES);
    } catch (DateTimeParseException _) {
      return Entry.refused("Write the time as hours and minutes, such as 14:05.");
    }
    var meant = latest(time, now.atZone(zone));
    boolean sameMinute = after.truncatedTo(ChronoUnit.MINUTES).equals(meant);
    return Entry.accepted(sameMinute && !after.isAfter(now) ? after : meant);
  }

  /// In the hour that a clock set back runs through twice, the later of the two that is past.
  private static Instant latest(LocalTime time, ZonedDateTime now) {
    var today = now.with(time).truncatedTo(ChronoUnit.MINUTES);
    for (var candidate :
        new ZonedDateTime[] {
          today.withLaterOffsetAtOverlap(), today.withEarlierOffsetAtOverlap()
        }) {
      if (!candidate.isAfter(now)) {
        return candidate.toInstant();
      }
    }
    return today.minusDays(1).withLaterOffsetAtOverlap().toInstant();
  }
}

package org.nepenthe.clinic.platform.display;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/// Writes dates as 05-Mar-1968 and times as 14:05, in the clinic's zone, whatever language the
/// machine speaks.
public record ClinicTime(ZoneId zone) {
  private static final List<String> MONTHS =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

  /// `05-Mar-1968`
  public String date(LocalDate date) {
    return String.format(
        Locale.ROOT,
        "%02d-%s-%04d",
        date.getDayOfMonth(),
        MONTHS.get(date.getMonthValue() - 1),
        date.getYear());
  }

  /// `05-Mar-1968`
  public String date(Instant instant) {
    return date(dayOf(instant));
  }

  /// `14:05`
  public String time(Instant instant) {
    return time(at(instant).toLocalTime());
  }

  /// `14:05`
  public String time(LocalTime time) {
    return String.format(Locale.ROOT, "%02d:%02d", time.getHour(), time.getMinute());
  }

  /// `14:05:09`, where seconds matter.
  public String timeWithSeconds(Instant instant) {
    var time = at(instant);
    return String.format(
        Locale.ROOT, "%02d:%02d:%02d", time.getHour(), time.getMinute(), time.getSecond());
  }

  /// `05-Mar-1968 14:05`
  public String dateTime(Instant instant) {
    return date(instant) + " " + time(instant);
  }

  /// `14:05` for an instant of today, else with its date: a time alone is always today's.
  public String timeOrDateTime(Instant instant, Instant now) {
    return dayOf(instant).equals(dayOf(now)) ? time(instant) : dateTime(instant);
  }

  /// For the attribute `datetime` of a `time` element.
  public String machine(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /// The clinic's calendar day on which an instant falls.
  public LocalDate dayOf(Instant instant) {
    return at(instant).toLocalDate();
  }

  /// Whole years lived on the clinic's day of `now`.
  public int age(LocalDate born, Instant now) {
    return Period.between(born, dayOf(now)).getYears();
  }

  private ZonedDateTime at(Instant instant) {
    return instant.atZone(zone);
  }
}

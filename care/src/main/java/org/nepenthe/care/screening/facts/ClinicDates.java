package org.nepenthe.care.screening.facts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Days as the clinic's calendar counts them and as its papers write them: 03-May-2026.
public record ClinicDates(ZoneId zone) {
  private static final DateTimeFormatter WRITTEN =
      DateTimeFormatter.ofPattern("dd-MMM-yyyy", Locale.ENGLISH);

  /// The first moment of a day.
  public Instant startOf(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  public String written(LocalDate day) {
    return day.format(WRITTEN);
  }

  public String day(Instant instant) {
    return dayOf(instant).format(WRITTEN);
  }

  public LocalDate dayOf(Instant instant) {
    return instant.atZone(zone).toLocalDate();
  }
}

package org.nepenthe.fhir;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.hl7.fhir.r4.model.BaseDateTimeType;

/// Between FHIR's dates of every precision and a moment.
final class Moments {
  private Moments() {}

  /// The earliest moment the date can mean: a fact never looks fresher than it is.
  ///
  /// @throws IllegalArgumentException where a time stands without its zone
  static Instant earliest(BaseDateTimeType date, ZoneId zone) {
    return switch (date.getPrecision()) {
      case YEAR, MONTH, DAY -> day(date).atStartOfDay(zone).toInstant();
      case MINUTE, SECOND, MILLI -> withZone(date);
    };
  }

  private static Instant withZone(BaseDateTimeType date) {
    if (date.getTimeZone() == null && !date.isTimeZoneZulu()) {
      throw new IllegalArgumentException("the time " + date.getValueAsString() + " has no zone");
    }
    return date.getValue().toInstant();
  }

  private static LocalDate day(BaseDateTimeType date) {
    int month =
        date.getPrecision() == TemporalPrecisionEnum.YEAR ? 1 : Math.addExact(date.getMonth(), 1);
    int day = date.getPrecision() == TemporalPrecisionEnum.DAY ? date.getDay() : 1;
    return LocalDate.of(date.getYear(), month, day);
  }
}

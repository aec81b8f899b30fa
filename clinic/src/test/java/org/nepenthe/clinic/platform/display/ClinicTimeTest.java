package org.nepenthe.clinic.platform.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nepenthe.evidence.Verifies;

class ClinicTimeTest {
  private static ClinicTime in(String zone) {
    return new ClinicTime(ZoneId.of(zone));
  }

  @Test
  void datesAndTimesHaveOneFormInEveryLanguage() {
    var machine = Locale.getDefault();
    try {
      for (var locale :
          new Locale[] {Locale.ROOT, Locale.UK, Locale.GERMANY, Locale.of("ar", "EG")}) {
        Locale.setDefault(locale);
        var time = in("UTC");
        assertThat(time.date(LocalDate.of(1968, 3, 5))).isEqualTo("05-Mar-1968");
        assertThat(time.date(LocalDate.of(2026, 9, 30))).isEqualTo("30-Sep-2026");
        assertThat(time.dateTime(Instant.parse("2026-11-22T04:05:09Z")))
            .isEqualTo("22-Nov-2026 04:05");
        assertThat(time.timeWithSeconds(Instant.parse("2026-11-22T14:05:09Z")))
            .isEqualTo("14:05:09");
      }
    } finally {
      Locale.setDefault(machine);
    }
  }

  @ParameterizedTest
  @CsvSource({
    // New York moves from 02:00 to 03:00 on 8 March 2026 and from 02:00 to 01:00 on 1 November
    "America/New_York, 2026-03-08T06:59:00Z, 08-Mar-2026 01:59",
    "America/New_York, 2026-03-08T07:00:00Z, 08-Mar-2026 03:00",
    "America/New_York, 2026-11-01T05:30:00Z, 01-Nov-2026 01:30",
    "America/New_York, 2026-11-01T06:30:00Z, 01-Nov-2026 01:30",
    // Lord Howe moves by half an hour; Kathmandu stands at a quarter
    "Australia/Lord_Howe, 2026-04-04T14:59:00Z, 05-Apr-2026 01:59",
    "Australia/Lord_Howe, 2026-04-04T15:00:00Z, 05-Apr-2026 01:30",
    "Asia/Kathmandu, 2026-11-22T18:15:00Z, 23-Nov-2026 00:00"
  })
  @Verifies("H23")
  void clocksAreReadInTheClinicsZone(String zone, Instant instant, String shown) {
    assertThat(in(zone).dateTime(instant)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({
    "1968-03-05, 2026-03-04T23:59:00Z, 57",
    "1968-03-05, 2026-03-05T00:00:00Z, 58",
    "2000-02-29, 2026-02-28T12:00:00Z, 25",
    "2000-02-29, 2026-03-01T00:00:00Z, 26"
  })
  void ageIsInWholeYears(LocalDate born, Instant now, int years) {
    assertThat(in("UTC").age(born, now)).isEqualTo(years);
  }

  @Test
  void aTimeAloneIsAlwaysOfToday() {
    var now = Instant.parse("2026-11-22T10:00:00Z");
    assertThat(in("UTC").timeOrDateTime(Instant.parse("2026-11-22T09:15:00Z"), now))
        .isEqualTo("09:15");
    assertThat(in("UTC").timeOrDateTime(Instant.parse("2026-11-21T23:15:00Z"), now))
        .isEqualTo("21-Nov-2026 23:15");
  }
}

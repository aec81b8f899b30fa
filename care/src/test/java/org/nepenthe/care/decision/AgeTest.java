package org.nepenthe.care.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Ages as people say them, on both sides of each unit's edge. Counted by hand on a calendar.
class AgeTest {
  private static final Instant NOW = Instant.parse("2026-05-10T09:00:00Z");

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # seconds old, words       (a clock may run one minute ahead)
          -61,     dated in the future
          -60,     under an hour
          0,       under an hour
          3599,    under an hour
          3600,    1 hour
          172799,  47 hours
          172800,  2 days
          1209599, 13 days
          1209600, 2 weeks
          5443199, 8 weeks
          """)
  void shortAgesAreCountedInWholeUnits(long seconds, String words) {
    assertThat(new Age(NOW.minus(Duration.ofSeconds(seconds)), NOW).words()).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          2026-03-08T09:00:00Z, 2 months
          2025-05-10T09:00:01Z, 11 months
          2025-05-10T09:00:00Z, 12 months
          2024-05-10T09:00:01Z, 23 months
          2024-05-10T09:00:00Z, 2 years
          2019-03-01T00:00:00Z, 7 years
          """)
  void longAgesAreCountedByTheCalendar(Instant trueAt, String words) {
    assertThat(new Age(trueAt, NOW).words()).isEqualTo(words);
  }
}

package org.nepenthe.care.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nepenthe.evidence.Verifies;

class ReadingTest {
  private static final Instant AT = Instant.parse("2026-11-22T09:00:00Z");

  @Verifies({"H15", "H29"})
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # seconds old, kind              (fresh up to 600 s; a clock may run 60 s ahead)
             0, Fresh
           599, Fresh
           600, Fresh
           601, Stale
           -60, Fresh
           -61, Stale
          """)
  void ageIsJudgedOnBothSides(long secondsOld, String kind) {
    var reading = Reading.of("x", AT.minusSeconds(secondsOld), AT, Duration.ofSeconds(600));

    assertThat(reading.getClass().getSimpleName()).isEqualTo(kind);
  }

  @Test
  void onlyAFreshValueCanBeUsed() {
    assertThat(Reading.of("x", AT, AT, Duration.ofMinutes(1)).fresh()).contains("x");
    assertThat(Reading.of("x", AT.minusSeconds(61), AT, Duration.ofMinutes(1)).fresh()).isEmpty();
    assertThat(Reading.absent().fresh()).isEmpty();
  }

  @Test
  void anotherFormOfTheValueKeepsItsAge() {
    assertThat(Reading.of(2, AT, AT, Duration.ofMinutes(1)).map(n -> n * 2))
        .isEqualTo(new Reading.Fresh<>(4, AT));
    assertThat(Reading.of(2, AT.minusSeconds(90), AT, Duration.ofMinutes(1)).map(n -> n * 2))
        .isEqualTo(new Reading.Stale<>(4, AT.minusSeconds(90)));
  }
}

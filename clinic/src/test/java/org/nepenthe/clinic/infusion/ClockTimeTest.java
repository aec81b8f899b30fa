package org.nepenthe.clinic.infusion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nepenthe.clinic.platform.form.Entry;
import org.nepenthe.evidence.Verifies;

class ClockTimeTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  /// In Berlin the clock goes from 03:00 back to 02:00 on 25 October 2026, at 01:00 UTC.
  @Verifies("H23")
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # typed, now (UTC), meant (UTC)
          14:05, 2026-11-22T13:30:10Z, 2026-11-22T13:05:00Z
          14:30, 2026-11-22T13:30:10Z, 2026-11-22T13:30:00Z
          14:31, 2026-11-22T13:30:10Z, 2026-11-21T13:31:00Z
          23:58, 2026-11-22T23:05:00Z, 2026-11-22T22:58:00Z
          2:30, 2026-10-25T00:40:00Z, 2026-10-25T00:30:00Z
          2:30, 2026-10-25T01:40:00Z, 2026-10-25T01:30:00Z
          2:30, 2026-10-25T01:20:00Z, 2026-10-25T00:30:00Z
          """)
  void isTheLatestThatIsNotInTheFuture(String typed, Instant now, Instant meant) {
    assertThat(ClockTime.read(typed, BERLIN, now, Instant.EPOCH)).isEqualTo(Entry.accepted(meant));
  }

  @Test
  void nothingTypedIsNow() {
    var now = Instant.parse("2026-11-22T13:30:10Z");

    assertThat(ClockTime.read(" ", BERLIN, now, Instant.EPOCH)).isEqualTo(Entry.accepted(now));
  }

  /// The pump was started at 14:30:25; whoever types 14:30 at 14:32 means after it.
  @Test
  void withinTheMinuteOfTheEventBeforeItIsNotBeforeThatEvent() {
    var start = Instant.parse("2026-11-22T13:30:25Z");

    assertThat(ClockTime.read("14:30", BERLIN, Instant.parse("2026-11-22T13:32:00Z"), start))
        .isEqualTo(Entry.accepted(start));
  }

  @ParameterizedTest
  @CsvSource({"1430", "25:00", "14.30", "now", "14:5"})
  void anythingElseIsRefused(String typed) {
    assertThat(ClockTime.read(typed, BERLIN, Instant.EPOCH, Instant.EPOCH))
        .isInstanceOf(Entry.Refused.class);
  }
}

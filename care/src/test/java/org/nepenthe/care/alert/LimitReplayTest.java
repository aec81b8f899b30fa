package org.nepenthe.care.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nepenthe.care.decision.RuleId;
import org.nepenthe.care.infusion.Chair;
import org.nepenthe.care.infusion.Infusion;
import org.nepenthe.care.infusion.observation.Parameter;

/// Three infusions: systolic 205 once, 195 once, never above 124. INF-BP-01 calls above 200 at
/// once.
class LimitReplayTest {
  private final List<Infusion> infusions =
      List.of(
          Chair.running().looked(5, Parameter.SYSTOLIC, "205").looked(10).infusion(),
          Chair.running().looked(5, Parameter.SYSTOLIC, "195").looked(10).infusion(),
          Chair.running().looked(5).looked(10).infusion());

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # changed to, alerts then          (one alert as it is)
          200, 1
          204.9, 1
          205, 0
          195, 1
          194.9, 2
          123, 3
          """)
  void countsWhatAnotherNumberWouldHaveCalledFor(BigDecimal changed, int alerts) {
    var replay = replay("INF-BP-01", changed);

    assertThat(replay.infusions()).isEqualTo(3);
    assertThat(replay.callsNow()).isEqualTo(1);
    assertThat(replay.infusionsNow()).isEqualTo(1);
    assertThat(replay.callsChanged()).isEqualTo(alerts);
    assertThat(replay.infusionsChanged()).isEqualTo(alerts);
  }

  @Test
  void theLimitItselfStays() {
    assertThat(replay("INF-BP-01", BigDecimal.TEN).now().value()).isEqualByComparingTo("200");
  }

  @Test
  void thereIsNoSuchLimit() {
    assertThat(
            LimitReplay.of(
                Chair.KNOWLEDGE,
                Chair.DAY,
                RuleId.of("INF-BP-01"),
                Parameter.PAIN,
                BigDecimal.TEN,
                infusions))
        .isEmpty();
    assertThat(
            LimitReplay.of(
                Chair.KNOWLEDGE,
                Chair.DAY,
                RuleId.of("INF-TMO-01"),
                Parameter.SYSTOLIC,
                BigDecimal.TEN,
                infusions))
        .isEmpty();
  }

  private LimitReplay replay(String rule, BigDecimal changed) {
    return LimitReplay.of(
            Chair.KNOWLEDGE, Chair.DAY, RuleId.of(rule), Parameter.SYSTOLIC, changed, infusions)
        .orElseThrow();
  }
}

package org.nepenthe.care.decision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.nepenthe.care.decision.Limited.Hardness;
import org.nepenthe.evidence.Verifies;

class LimitedTest {
  private static final RuleId PROTOCOL = RuleId.of("PLN-PRO-01");
  private static final RuleId PUMP = RuleId.of("PLN-PREP-01");

  @Test
  void keepsWhatWasAskedAndEveryCapThatBit() {
    var limited =
        Limited.unlimited(50)
            .atMost(40, PROTOCOL, "protocol", Hardness.HARD)
            .atMost(30, PUMP, "pump", Hardness.SOFT)
            .atMost(60, PUMP, "never reached", Hardness.HARD);

    assertThat(limited.asked()).isEqualTo(50);
    assertThat(limited.allowed()).isEqualTo(30);
    assertThat(limited.caps()).extracting(Limited.Cap::reason).containsExactly("protocol", "pump");
    assertThat(limited.hardLimited()).isTrue();
  }

  @Test
  void aLowerCapThatCameFirstStays() {
    var limited =
        Limited.unlimited(50)
            .atMost(30, PUMP, "pump", Hardness.SOFT)
            .atMost(40, PROTOCOL, "protocol", Hardness.HARD);

    assertThat(limited.allowed()).isEqualTo(30);
    assertThat(limited.caps()).hasSize(2);
  }

  @Verifies("H05")
  @Test
  void atTheCapNothingBites() {
    var limited = Limited.unlimited(30).atMost(30, PROTOCOL, "protocol", Hardness.HARD);

    assertThat(limited.limited()).isFalse();
    assertThat(limited.allowed()).isEqualTo(30);
  }
}

package org.nepenthe.care.planning.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nepenthe.evidence.Verifies;
import org.nepenthe.quantity.Moiety;
import org.nepenthe.quantity.SolutionStrength;
import org.nepenthe.quantity.Volume;

/// How many vials, and what one of them holds. Counted by hand.
class VialsTest {
  @Verifies("H08")
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # drawn mL, content mL, vials, more than one
          0.01, 20, 1, false
          19.9, 20, 1, false
          20, 20, 1, false
          20.01, 20, 2, true
          40, 20, 2, true
          40.1, 20, 3, true
          """)
  void asManyAsHoldWhatIsDrawnUp(
      BigDecimal drawn, BigDecimal content, int count, boolean moreThanOne) {
    var vials = Vials.holding(new Volume(drawn), new Volume(content));

    assertThat(vials.count()).isEqualTo(count);
    assertThat(vials.moreThanOne()).isEqualTo(moreThanOne);
  }

  /// 50 mg in each of 10 mL are 500 mg in the vial.
  @Verifies("H08")
  @Test
  void whatOneVialHoldsIsNotWhatOneMillilitreHolds() {
    var whole =
        new Vials(Volume.ofMillilitres("10"), 1)
            .inOne(SolutionStrength.ofMilligramsPerMillilitre("50"), Moiety.RACEMIC_KETAMINE);

    assertThat(whole.milligrams()).isEqualByComparingTo("500");
  }

  @ParameterizedTest
  @CsvSource({"0", "-1"})
  void noVialIsNone(int count) {
    assertThatThrownBy(() -> new Vials(Volume.ofMillilitres("10"), count))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("was " + count);
  }
}

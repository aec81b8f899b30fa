package org.nepenthe.care.infusion.pump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nepenthe.care.infusion.Chair.NINA;
import static org.nepenthe.care.infusion.Chair.OTTO;
import static org.nepenthe.care.infusion.Chair.SYSTEM;
import static org.nepenthe.care.infusion.Chair.minute;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nepenthe.care.infusion.Chair;
import org.nepenthe.care.infusion.InfusionCommand;
import org.nepenthe.evidence.Verifies;
import org.nepenthe.quantity.PumpRate;

class DeliveryTest {
  private static final InfusionCommand HOLD = new InfusionCommand.Hold("", Optional.empty());

  private static InfusionCommand rate(String rate) {
    return new InfusionCommand.ChangeRate(
        PumpRate.ofMillilitresPerHour(rate), "", Optional.of(OTTO));
  }

  /// 52.5 mL/h is 0.875 mL a minute, of 1 mg/mL.
  @ParameterizedTest
  @CsvSource({"0, 0", "1, 0.875", "10, 8.75", "40, 35", "44, 38.5"})
  void aConstantRateIsRateTimesTime(double minute, String millilitres) {
    var delivery = Chair.running().log().deliveredAt(minute(minute));

    assertThat(delivery.millilitres()).isEqualByComparingTo(millilitres);
    assertThat(delivery.dose().milligrams()).isEqualByComparingTo(millilitres);
    assertThat(delivery.certain()).isTrue();
  }

  /// 10 min at 0.875 = 8.75; 10 min at 30 mL/h = 5; 5 min hold; 10 min at 42 mL/h = 7: 20.75 mL.
  @Test
  void changesAndHoldsAddUpExactly() {
    var chair =
        Chair.running()
            .accepts(10, NINA, rate("30"))
            .accepts(20, NINA, HOLD)
            .looked(24)
            .accepts(
                25,
                NINA,
                new InfusionCommand.Resume(PumpRate.ofMillilitresPerHour("42"), Optional.of(OTTO)));

    assertThat(chair.log().deliveredAt(minute(35)).millilitres()).isEqualByComparingTo("20.75");
  }

  /// A hold at minute 10 that was put on record at minute 18 takes back the 7 mL of those 8 min.
  @Verifies("H58")
  @Test
  void aHoldRecordedLateCountsFromWhenItHappened() {
    var chair = Chair.running();
    assertThat(chair.log().deliveredAt(minute(18)).millilitres()).isEqualByComparingTo("15.75");

    chair.acceptsLate(10, 18, NINA, HOLD);

    assertThat(chair.log().deliveredAt(minute(18)).millilitres()).isEqualByComparingTo("8.75");
  }

  /// Known: 10 min. Unknown from 10 to 18: at most 7 mL more. Then on hold.
  @Verifies({"H41", "H58"})
  @Test
  void anUnknownStretchIsNeitherGivenNorNotGiven() {
    var chair =
        Chair.running()
            .accepts(16, SYSTEM, new InfusionCommand.Interrupt(minute(10)))
            .accepts(
                18, NINA, new InfusionCommand.Confirm(new PumpState.OnHold(), Optional.empty()));

    var delivery = chair.log().deliveredAt(minute(30));

    assertThat(delivery.certain()).isFalse();
    assertThat(delivery.millilitres()).isEqualByComparingTo("8.75");
    assertThat(delivery.millilitresAtMost()).isEqualByComparingTo("15.75");
    assertThat(delivery.remaining(chair.log().order())).isEqualByComparingTo("19.25");
  }

  @Test
  void aPumpThatRanAllAlongLeavesNothingUnknown() {
    var chair =
        Chair.running()
            .accepts(16, SYSTEM, new InfusionCommand.Interrupt(minute(10)))
            .acceptsLate(
                10,
                18,
                NINA,
                new InfusionCommand.Confirm(
                    new PumpState.Running(Chair.ORDERED), Optional.empty()));

    assertThat(chair.log().deliveredAt(minute(40)).certain()).isTrue();
    assertThat(chair.log().deliveredAt(minute(40)).millilitres()).isEqualByComparingTo("35");
  }

  /// After 20 min 17.5 mL are left: at 35 mL/h they last 30 min.
  @Verifies("H59")
  @Test
  void theEndMovesWithTheRate() {
    var chair = Chair.running();
    assertThat(chair.log().endsAt()).contains(minute(40));

    chair.accepts(20, NINA, rate("35"));
    assertThat(chair.log().endsAt()).contains(minute(50));

    chair.accepts(30, NINA, HOLD);
    assertThat(chair.log().endsAt()).isEmpty();
  }

  /// Thirds of a millilitre do not add up in doubles: 3 times 20 s at 60 mL/h are 1 mL.
  @Test
  void thirdsAddUp() {
    var chair =
        Chair.running()
            .accepts(1, NINA, rate("50"))
            .accepts(1.3333, NINA, rate("40"))
            .accepts(1.6667, NINA, rate("30"));

    // 60 s at 52.5, 20 s at 50, 20 s at 40, 20 s at 30 mL/h: (3150 + 1000 + 800 + 600) / 3600
    assertThat(chair.log().deliveredAt(minute(2)).millilitres())
        .isEqualByComparingTo(new BigDecimal("1.541666666666667"));
  }
}

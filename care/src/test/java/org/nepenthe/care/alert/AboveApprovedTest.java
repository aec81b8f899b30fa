package org.nepenthe.care.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nepenthe.care.infusion.Chair.NINA;
import static org.nepenthe.care.infusion.Chair.SYSTEM;
import static org.nepenthe.care.infusion.Chair.minute;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nepenthe.care.infusion.Chair;
import org.nepenthe.care.infusion.InfusionCommand;
import org.nepenthe.care.infusion.pump.PumpState;
import org.nepenthe.evidence.Verifies;
import org.nepenthe.quantity.PumpRate;

/// INF-RATE-01: 52.5 mL/h are approved, and the pump is found at another rate after an
/// interruption.
class AboveApprovedTest {
  private static final Monitoring MONITORING =
      new Monitoring(AlertRules.of(Chair.KNOWLEDGE, Chair.DAY), Chair.RULES.schedule());

  @Verifies("H10")
  @ParameterizedTest
  @CsvSource({"5.25, none", "52.4, none", "52.5, none", "52.6, high", "525, high"})
  void calledOutFromTheFirstStepAboveIt(String found, String priority) {
    var chair =
        Chair.running()
            .accepts(12, SYSTEM, new InfusionCommand.Interrupt(minute(11)))
            .accepts(
                13,
                NINA,
                new InfusionCommand.Confirm(
                    new PumpState.Running(PumpRate.ofMillilitresPerHour(found)), Optional.empty()));

    var called =
        MONITORING.assess(chair.infusion(), minute(13)).alerts().stream()
            .filter(alert -> alert.rule().value().equals("INF-RATE-01"))
            .map(alert -> alert.priority().words())
            .findFirst()
            .orElse("none");
    assertThat(called).isEqualTo(priority);
  }
}

package org.nepenthe.care.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nepenthe.care.infusion.Chair.NINA;
import static org.nepenthe.care.infusion.Chair.OTTO;
import static org.nepenthe.care.infusion.Chair.SYSTEM;
import static org.nepenthe.care.infusion.Chair.minute;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nepenthe.care.infusion.Chair;
import org.nepenthe.care.infusion.InfusionCommand;
import org.nepenthe.care.infusion.observation.Parameter;
import org.nepenthe.care.infusion.pump.PumpState;
import org.nepenthe.care.infusion.pump.PumpVolume;
import org.nepenthe.evidence.Verifies;
import org.nepenthe.quantity.PumpRate;

class MonitoringTest {
  private static final Monitoring MONITORING =
      new Monitoring(AlertRules.of(Chair.KNOWLEDGE, Chair.DAY), Chair.RULES.schedule());

  private static Optional<Alert> alert(Chair chair, String rule, double minute) {
    return MONITORING.assess(chair.infusion(), minute(minute)).alerts().stream()
        .filter(alert -> alert.rule().value().equals(rule))
        .reduce((_, later) -> later);
  }

  private static String priority(Chair chair, String rule, double minute) {
    return alert(chair, rule, minute).map(alert -> alert.priority().words()).orElse("none");
  }

  /// Due at 10. Low after the grace of 2 min, medium 5 min, high 10 min after it was due.
  @Verifies("H14")
  @ParameterizedTest
  @CsvSource({
    "10, none",
    "12, none",
    "12.02, low",
    "14.98, low",
    "15, medium",
    "19.98, medium",
    "20, high"
  })
  void overdueObservationsCallEverLouder(double minute, String priority) {
    assertThat(priority(Chair.running(), "INF-OBS-01", minute)).isEqualTo(priority);
  }

  @Verifies("H14")
  @Test
  void whoAcknowledgedTheLowCallHasNotAcknowledgedTheHighOne() {
    var chair = Chair.running();
    var low = alert(chair, "INF-OBS-01", 13).orElseThrow();
    chair.accepts(13, NINA, new InfusionCommand.Acknowledge(low.id()));

    assertThat(alert(chair, "INF-OBS-01", 14).orElseThrow().acknowledged()).isPresent();
    assertThat(alert(chair, "INF-OBS-01", 20).orElseThrow().acknowledged()).isEmpty();
  }

  /// The 35 mL last until minute 40: warned at 38, medium at 40, high from 41 until it is stopped.
  @Verifies("H59")
  @ParameterizedTest
  @CsvSource({
    "37.98, none, none",
    "38, low, NONE",
    "39.98, low, NONE",
    "40, medium, STOP",
    "40.98, medium, STOP",
    "41, high, STOP",
    "90, high, STOP"
  })
  void theEndOfTheOrderedVolumeIsCalledOut(double minute, String priority, String step) {
    var chair = Chair.running();

    assertThat(priority(chair, "INF-END-01", minute)).isEqualTo(priority);
    assertThat(alert(chair, "INF-END-01", minute).map(found -> found.step().name()).orElse("none"))
        .isEqualTo(step);
  }

  @Verifies("H59")
  @Test
  void theEndIsNoLongerCalledOnceThePumpIsOffAndTheHighCallWasSeen() {
    var chair = Chair.running();
    var high = alert(chair, "INF-END-01", 42).orElseThrow();
    chair.accepts(43, NINA, new InfusionCommand.Stop("finished", Optional.empty()));

    assertThat(alert(chair, "INF-END-01", 44).orElseThrow().active()).isFalse();

    chair.accepts(45, NINA, new InfusionCommand.Acknowledge(high.id()));
    assertThat(alert(chair, "INF-END-01", 46)).isEmpty();
  }

  /// High until the condition is over and somebody acknowledged it, in whichever order.
  @Verifies({"H26", "H60"})
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # acknowledged, over, shown
          false, false, true
          true, false, true
          false, true, true
          true, true, false
          """)
  void aHighAlertLatches(boolean acknowledged, boolean over, boolean shown) {
    var chair = Chair.running().looked(5, Parameter.SATURATION, "85");
    if (acknowledged) {
      var id = alert(chair, "INF-SPO2-01", 5).orElseThrow().id();
      chair.accepts(6, NINA, new InfusionCommand.Acknowledge(id));
    }
    if (over) {
      chair.looked(7);
    }

    assertThat(alert(chair, "INF-SPO2-01", 8).isPresent()).isEqualTo(shown);
  }

  @Test
  void aMediumAlertEndsWithItsCondition() {
    var chair = Chair.running().looked(5, Parameter.HEART_RATE, "40");
    assertThat(priority(chair, "INF-HR-02", 6)).isEqualTo("medium");

    chair.looked(7);

    assertThat(priority(chair, "INF-HR-02", 7)).isEqualTo("none");
  }

  @Verifies("H26")
  @Test
  void theSameConditionAgainIsAnotherAlert() {
    var chair = Chair.running().looked(5, Parameter.SATURATION, "85");
    var first = alert(chair, "INF-SPO2-01", 5).orElseThrow();
    chair.accepts(6, NINA, new InfusionCommand.Acknowledge(first.id()));
    chair.looked(7).looked(9, Parameter.SATURATION, "86");

    var second = alert(chair, "INF-SPO2-01", 9).orElseThrow();

    assertThat(second.id()).isNotEqualTo(first.id());
    assertThat(second.acknowledged()).isEmpty();
  }

  @Verifies("H41")
  @Test
  void anUnknownPumpIsAHighAlertAndNoQuietPatient() {
    var chair =
        Chair.running().looked(10).accepts(12, SYSTEM, new InfusionCommand.Interrupt(minute(11)));

    var assessment = MONITORING.assess(chair.infusion(), minute(12));

    assertThat(priority(chair, "INF-UNK-01", 12)).isEqualTo("high");
    assertThat(assessment.advice())
        .isInstanceOfSatisfying(
            Advice.Watch.class,
            advice -> assertThat(advice.missing()).contains("Pump: state unknown"));
  }

  @Verifies("H10")
  @Test
  void aPumpFoundAboveTheApprovedRateIsAHighAlert() {
    var chair =
        Chair.running()
            .accepts(12, SYSTEM, new InfusionCommand.Interrupt(minute(11)))
            .accepts(
                13,
                NINA,
                new InfusionCommand.Confirm(
                    new PumpState.Running(PumpRate.ofMillilitresPerHour("525")), Optional.empty()));

    assertThat(priority(chair, "INF-RATE-01", 13)).isEqualTo("high");
    assertThat(MONITORING.assess(chair.infusion(), minute(13)).advice())
        .isInstanceOf(Advice.class)
        .isNotInstanceOf(Advice.NoLimitBreached.class);
  }

  /// At minute 20 17.5 mL are on record; 5 % of that are 0.875 mL.
  @Verifies({"H58", "H10"})
  @ParameterizedTest
  @CsvSource({
    "17.5, none",
    "18.375, none",
    "18.38, medium",
    "16.625, none",
    "16.62, medium",
    "10, medium"
  })
  void aPumpThatCountsAnotherVolumeIsCalledOut(String shown, String priority) {
    var chair =
        Chair.running()
            .accepts(
                20,
                NINA,
                new InfusionCommand.Hold(
                    "check", Optional.of(new PumpVolume(new BigDecimal(shown)))));

    assertThat(priority(chair, "INF-VOL-01", 20)).isEqualTo(priority);
  }

  @Verifies("H58")
  @Test
  void aPauseThatWasForgottenAndThenRecordedLateEndsTheDifference() {
    var chair = Chair.running();
    var stop =
        new InfusionCommand.Stop("finished", Optional.of(new PumpVolume(new BigDecimal("8.75"))));
    assertThat(priority(Chair.running().accepts(20, NINA, stop), "INF-VOL-01", 20))
        .isEqualTo("medium");

    chair
        .acceptsLate(10, 19, NINA, new InfusionCommand.Hold("bag change", Optional.empty()))
        .accepts(20, NINA, stop);

    assertThat(priority(chair, "INF-VOL-01", 20)).isEqualTo("none");
  }

  @Verifies("H15")
  @Test
  void whatIsMissingOrStaleIsATechnicalAlert() {
    var found = alert(Chair.running().looked(5), "INF-OBS-02", 18).orElseThrow();

    assertThat(found.technical()).isTrue();
    assertThat(found.text()).contains("Heart rate: last observed 13 min ago");
  }

  @Test
  void afterTheStopThereIsNothingToHold() {
    var chair = Chair.running().looked(19, Parameter.SATURATION, "85");
    assertThat(MONITORING.assess(chair.infusion(), minute(19)).advice())
        .isInstanceOf(Advice.Hold.class);

    chair.accepts(20, OTTO, new InfusionCommand.Stop("desaturation", Optional.empty()));

    assertThat(MONITORING.assess(chair.infusion(), minute(21)).advice())
        .isInstanceOf(Advice.Watch.class);
  }

  @Test
  void theMostUrgentStandsFirst() {
    var chair =
        Chair.running().looked(5, Parameter.HEART_RATE, "40").looked(6, Parameter.SATURATION, "85");

    assertThat(MONITORING.assess(chair.infusion(), minute(20)).alerts())
        .extracting(Alert::priority)
        .isSortedAccordingTo((a, b) -> b.compareTo(a));
  }

  /// A record nobody foresaw: no rules to judge it by.
  @Verifies("H60")
  @Test
  void anythingUnforeseenIsUnavailableAndNeverQuiet() {
    var broken =
        new Monitoring(AlertRules.of(Chair.KNOWLEDGE, Chair.DAY), Chair.RULES.schedule()) {
          @Override
          Assessment assessed(org.nepenthe.care.infusion.Infusion infusion, java.time.Instant at) {
            throw new IllegalStateException("planted");
          }
        };

    assertThat(broken.assess(Chair.running().infusion(), minute(5)))
        .isEqualTo(
            new Assessment(
                List.of(), new Advice.MonitoringUnavailable(minute(5), "IllegalStateException")));
  }

  @Test
  void noAdviceSaysToGoOn() {
    assertThat(Advice.class.getPermittedSubclasses())
        .extracting(Class::getSimpleName)
        .containsExactlyInAnyOrder(
            "NoLimitBreached", "Watch", "Hold", "Stop", "MonitoringUnavailable");
    assertThat(Step.values()).containsExactly(Step.NONE, Step.WATCH, Step.HOLD, Step.STOP);
  }
}

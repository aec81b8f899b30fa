package org.nepenthe.care.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nepenthe.care.infusion.Chair.NINA;
import static org.nepenthe.care.infusion.Chair.minute;
import static org.nepenthe.care.infusion.Chair.value;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nepenthe.care.infusion.Chair;
import org.nepenthe.care.infusion.InfusionCommand;
import org.nepenthe.care.infusion.InfusionEvent.ObservationsRecorded;
import org.nepenthe.care.infusion.observation.ObservationSource;
import org.nepenthe.care.infusion.observation.Observed;
import org.nepenthe.care.infusion.observation.Parameter;
import org.nepenthe.evidence.Verifies;

/// Each limit of the knowledge base at its edge. The numbers are those of the sources.
class VitalLimitsTest {
  private static final Monitoring MONITORING =
      new Monitoring(AlertRules.of(Chair.KNOWLEDGE, Chair.DAY), Chair.RULES.schedule());

  private static List<Alert> vital(Chair chair, double minute) {
    return MONITORING.assess(chair.infusion(), minute(minute)).alerts().stream()
        .filter(alert -> !alert.technical())
        .toList();
  }

  private static String words(List<Alert> alerts) {
    return alerts.stream()
        .map(alert -> alert.rule() + " " + alert.priority().words() + " " + alert.step().words())
        .collect(Collectors.joining(", "));
  }

  /// One set with one unusual value.
  @Verifies("H60")
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # parameter, value, alert
          SYSTOLIC, 199, ''
          SYSTOLIC, 200, ''
          SYSTOLIC, 201, INF-BP-01 high hold
          DIASTOLIC, 119, ''
          DIASTOLIC, 120, ''
          DIASTOLIC, 121, INF-BP-01 high hold
          SYSTOLIC, 91, ''
          SYSTOLIC, 90, ''
          SYSTOLIC, 89, INF-BP-03 medium hold
          HEART_RATE, 51, ''
          HEART_RATE, 50, ''
          HEART_RATE, 49, INF-HR-02 medium watch
          SATURATION, 93, ''
          SATURATION, 92, ''
          SATURATION, 91, INF-SPO2-01 high hold
          RESPIRATORY_RATE, 11, ''
          RESPIRATORY_RATE, 10, ''
          RESPIRATORY_RATE, 9, INF-RR-01 high hold
          RESPIRATORY_RATE, 29, ''
          RESPIRATORY_RATE, 30, ''
          RESPIRATORY_RATE, 31, INF-RR-02 medium watch
          SEDATION, -2, ''
          SEDATION, -3, INF-SED-01 high stop
          SEDATION, -4, INF-SED-01 high stop
          """)
  void oneReading(Parameter parameter, String number, String expected) {
    var chair = Chair.running();
    if (parameter == Parameter.DIASTOLIC) {
      chair.accepts(
          5,
          NINA,
          new InfusionCommand.Observe(
              ObservationSource.BY_HAND,
              Map.of(Parameter.SYSTOLIC, value("175"), Parameter.DIASTOLIC, value(number))));
    } else {
      chair.looked(5, parameter, number);
    }

    assertThat(words(vital(chair, 5))).isEqualTo(expected);
  }

  /// Two readings; the second `apart` minutes after the first.
  @Verifies("H60")
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # parameter, first, second, apart, alert
          SYSTOLIC, 181, 181, 4.98, ''
          SYSTOLIC, 181, 181, 5, INF-BP-02 medium watch
          SYSTOLIC, 181, 181, 6, INF-BP-02 medium watch
          SYSTOLIC, 181, 180, 5, ''
          SYSTOLIC, 180, 181, 5, ''
          HEART_RATE, 121, 121, 4.98, ''
          HEART_RATE, 121, 121, 5, INF-HR-01 medium watch
          HEART_RATE, 120, 121, 5, ''
          HEART_RATE, 121, 120, 5, ''
          """)
  void sustained(Parameter parameter, String first, String second, double apart, String expected) {
    var chair = Chair.running().looked(2, parameter, first).looked(2 + apart, parameter, second);

    assertThat(words(vital(chair, 2 + apart))).isEqualTo(expected);
  }

  @Test
  void aNormalReadingBetweenTwoHighOnesBreaksTheStretch() {
    var chair =
        Chair.running()
            .looked(2, Parameter.HEART_RATE, "130")
            .looked(5, Parameter.HEART_RATE, "110")
            .looked(8, Parameter.HEART_RATE, "130");

    assertThat(vital(chair, 8)).isEmpty();
  }

  /// All eight values the schedule asks for are old: nothing is breached, and all are listed.
  @Verifies("H60")
  @Test
  void missing() {
    var chair = Chair.running();

    var assessment = MONITORING.assess(chair.infusion(), minute(30));

    assertThat(assessment.advice())
        .isInstanceOfSatisfying(
            Advice.NoLimitBreached.class, advice -> assertThat(advice.missing()).hasSize(8));
  }

  /// A breach whose last value grows old is not over.
  @Verifies({"H60", "H15"})
  @Test
  void stale() {
    var chair = Chair.running().looked(5, Parameter.SATURATION, "88");

    var assessment = MONITORING.assess(chair.infusion(), minute(35));

    assertThat(assessment.advice())
        .isInstanceOfSatisfying(
            Advice.Hold.class,
            advice ->
                assertThat(advice.missing())
                    .contains("Oxygen saturation: last observed 30 min ago"));
  }

  /// A value dated in the future judges nothing; the clock is called out.
  @Verifies("H15")
  @ParameterizedTest
  @CsvSource({"20, 'INF-SPO2-01'", "21, 'INF-SPO2-01'", "21.02, 'INF-CLK-01'", "60, 'INF-CLK-01'"})
  void future(double minute, String rule) {
    var chair = Chair.running().looked(19);
    chair.add(
        new ObservationsRecorded(
            ObservationSource.DEVICE,
            Map.of(Parameter.SATURATION, value("88")),
            minute(minute),
            Chair.SYSTEM),
        minute(20));

    assertThat(MONITORING.assess(chair.infusion(), minute(20)).alerts())
        .extracting(alert -> alert.rule().value())
        .contains(rule)
        .doesNotContain(rule.equals("INF-CLK-01") ? "INF-SPO2-01" : "INF-CLK-01");
  }

  /// Half a blood pressure does not show that the pressure is normal again.
  @Test
  void onlyAWholePressureEndsAPressureAlert() {
    var chair = Chair.running().looked(5, Parameter.SYSTOLIC, "210");
    chair.accepts(
        7,
        NINA,
        new InfusionCommand.Observe(
            ObservationSource.BY_HAND, Map.of(Parameter.SYSTOLIC, value("150"))));
    assertThat(vital(chair, 8)).allMatch(Alert::active).hasSize(1);

    chair.looked(9);

    assertThat(vital(chair, 9)).noneMatch(Alert::active).hasSize(1);
  }

  @Test
  void aStruckReadingCallsNobody() {
    var chair = Chair.running().looked(5, Parameter.SATURATION, "80");
    chair.accepts(6, NINA, new InfusionCommand.Strike(chair.newest(), "finger moved"));

    assertThat(vital(chair, 6)).isEmpty();
  }

  @Test
  void theTextIsMadeFromTheKnowledge() {
    var alert = vital(Chair.running().looked(5, Parameter.SATURATION, "88"), 6).getFirst();

    assertThat(alert.text()).isEqualTo("Oxygen saturation 88 % is below 92 %");
    assertThat(alert.observedAt()).contains(minute(5));
    assertThat(alert.evidence()).isNotEmpty();
  }

  /// Limits nobody could find a source for wait for the site.
  @Test
  void unconfirmedLimitsTakeNoPart() {
    var chair =
        Chair.running().looked(5, Parameter.DISSOCIATION, "10").looked(6, Parameter.SEDATION, "4");

    assertThat(vital(chair, 6)).isEmpty();
    assertThat(AlertRules.of(Chair.KNOWLEDGE, Chair.DAY).notInForce())
        .containsExactlyInAnyOrder(
            "INF-SPO2-02 Very low oxygen saturation",
            "INF-SED-02 Agitation",
            "INF-DIS-01 Strong dissociation");
  }

  @Test
  void everyLimitInTheKnowledgeIsReadAndNamedHere() {
    assertThat(AlertRules.of(Chair.KNOWLEDGE, Chair.DAY).limits())
        .extracting(limit -> limit.rule().value())
        .containsExactlyInAnyOrder(
            "INF-BP-01",
            "INF-BP-02",
            "INF-BP-03",
            "INF-HR-01",
            "INF-HR-02",
            "INF-SPO2-01",
            "INF-RR-01",
            "INF-RR-02",
            "INF-SED-01");
  }

  @Test
  void aValueThatWasNotObtainedEndsNoBreach() {
    var chair = Chair.running().looked(5, Parameter.SATURATION, "88");
    chair.accepts(
        7,
        NINA,
        new InfusionCommand.Observe(
            ObservationSource.BY_HAND,
            Map.of(
                Parameter.SATURATION,
                new Observed.NotObtained(
                    org.nepenthe.care.infusion.observation.AbsentReason.SENSOR_OFF))));

    assertThat(vital(chair, 8)).singleElement().matches(Alert::active);
  }
}

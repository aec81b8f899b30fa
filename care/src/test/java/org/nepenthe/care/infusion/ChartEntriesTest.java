package org.nepenthe.care.infusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nepenthe.care.infusion.Chair.NINA;
import static org.nepenthe.care.infusion.Chair.OTTO;
import static org.nepenthe.care.infusion.Chair.minute;
import static org.nepenthe.care.infusion.Chair.value;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nepenthe.care.decision.Reading;
import org.nepenthe.care.infusion.InfusionCommand.GiveRescue;
import org.nepenthe.care.infusion.InfusionCommand.GiveRescue.Repeat;
import org.nepenthe.care.infusion.observation.AbsentReason;
import org.nepenthe.care.infusion.observation.DueObservation;
import org.nepenthe.care.infusion.observation.ObservationSource;
import org.nepenthe.care.infusion.observation.Observed;
import org.nepenthe.care.infusion.observation.Parameter;
import org.nepenthe.evidence.Verifies;

class ChartEntriesTest {
  @Verifies("H18")
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # parameter, value, accepted
          SATURATION, 100, true
          SATURATION, 101, false
          SATURATION, 140, false
          SATURATION, -1, false
          SATURATION, 8388607, false
          HEART_RATE, 19, false
          HEART_RATE, 20, true
          HEART_RATE, 250, true
          HEART_RATE, 251, false
          SYSTOLIC, 39, false
          SYSTOLIC, 300, true
          SYSTOLIC, 301, false
          RESPIRATORY_RATE, 0, true
          RESPIRATORY_RATE, -100, false
          SEDATION, -5, true
          SEDATION, -6, false
          SEDATION, 4, true
          SEDATION, 5, false
          SEDATION, 1.5, false
          DISSOCIATION, 10, true
          DISSOCIATION, 11, false
          NAUSEA, 3, true
          NAUSEA, 4, false
          PAIN, 10, true
          PAIN, 11, false
          PAIN, 2.5, false
          """)
  void valuesThatCannotBeTrueAreRefused(Parameter parameter, String number, boolean accepted) {
    var command =
        new InfusionCommand.Observe(ObservationSource.BY_HAND, Map.of(parameter, value(number)));

    var outcome = Chair.running().outcome(5, 5, NINA, command);

    assertThat(outcome instanceof Outcome.Accepted).isEqualTo(accepted);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # systolic, diastolic, mean, accepted
          120, 80, , true
          80, 120, , false
          80, 80, , false
          120, 80, 80, true
          120, 80, 120, true
          120, 80, 79, false
          120, 80, 121, false
          """)
  void pressuresFitTogether(String systolic, String diastolic, String mean, boolean accepted) {
    var values =
        mean == null
            ? Map.of(Parameter.SYSTOLIC, value(systolic), Parameter.DIASTOLIC, value(diastolic))
            : Map.of(
                Parameter.SYSTOLIC,
                value(systolic),
                Parameter.DIASTOLIC,
                value(diastolic),
                Parameter.MEAN_PRESSURE,
                value(mean));

    var outcome =
        Chair.running()
            .outcome(5, 5, NINA, new InfusionCommand.Observe(ObservationSource.BY_HAND, values));

    assertThat(outcome instanceof Outcome.Accepted).isEqualTo(accepted);
  }

  /// 124/79: 79 + 45 / 3 = 94.
  @Test
  void aDerivedMeanSaysThatItIsDerived() {
    var set = Chair.running().looked(5).log().observations().getLast();

    assertThat(set.values().get(Parameter.MEAN_PRESSURE))
        .isEqualTo(new Observed.Derived(new BigDecimal("94")));
  }

  @Test
  void anEmptySetIsRefused() {
    assertThat(
            Chair.running()
                .refuses(5, NINA, new InfusionCommand.Observe(ObservationSource.BY_HAND, Map.of())))
        .containsExactly("Enter at least one value, or say why there is none");
  }

  @Test
  void aStruckSetCountsForNothingAndStaysReadable() {
    var chair = Chair.running().looked(5, Parameter.HEART_RATE, "40");
    chair.accepts(6, OTTO, new InfusionCommand.Strike(chair.newest(), "other patient"));

    var all = chair.log().allObservations();

    assertThat(chair.log().observations()).hasSize(1);
    assertThat(all).hasSize(2);
    assertThat(all.getLast().value(Parameter.HEART_RATE)).contains(new BigDecimal("40"));
    assertThat(all.getLast().struck().orElseThrow().reason()).isEqualTo("other patient");
    assertThat(all.getLast().struck().orElseThrow().by()).isEqualTo(OTTO);
  }

  @Test
  void strikingNeedsAReasonAndHappensOnce() {
    var chair = Chair.running().looked(5);
    long set = chair.newest();
    assertThat(chair.refuses(6, NINA, new InfusionCommand.Strike(set, " ")))
        .containsExactly("Say why the entry is struck");

    chair.accepts(6, NINA, new InfusionCommand.Strike(set, "slip"));

    assertThat(chair.refuses(7, NINA, new InfusionCommand.Strike(set, "slip")))
        .containsExactly("This entry is struck already");
  }

  /// Two nurses, one dose: the same drug within 5 min is asked about.
  @Verifies("H13")
  @ParameterizedTest
  @CsvSource({
    "12, NOT_ASKED, false",
    "15, NOT_ASKED, false",
    "15.02, NOT_ASKED, true",
    "12, ANOTHER_DOSE, true"
  })
  void oneRescueDoseIsNotRecordedTwice(double minute, Repeat repeat, boolean accepted) {
    var dose =
        new RescueDose("midazolam", "midazolam", new BigDecimal("1"), "mg", RescueDose.Route.IV);
    var chair =
        Chair.running().accepts(10, NINA, new GiveRescue(dose, "anxious", Repeat.NOT_ASKED));

    var outcome = chair.outcome(minute, minute, OTTO, new GiveRescue(dose, "anxious", repeat));

    assertThat(outcome instanceof Outcome.Accepted).isEqualTo(accepted);
  }

  /// A set at minute 5 is current for 12 min: to minute 17. Before it was made it is in the future.
  @Verifies("H15")
  @ParameterizedTest
  @CsvSource({"5, Fresh", "17, Fresh", "17.02, Stale", "4, Fresh", "3.98, Stale"})
  void aReadingHasAnAgeOnBothSides(double minute, String expected) {
    var chair = Chair.running().looked(5, Parameter.SATURATION, "95");

    var reading =
        Chair.RULES.schedule().reading(chair.infusion(), Parameter.SATURATION, minute(minute));

    assertThat(reading.getClass().getSimpleName()).isEqualTo(expected);
  }

  @Verifies("H15")
  @Test
  void whereTheNewestLookGaveNoValueAnOlderOneIsNotPutInItsPlace() {
    var chair = Chair.running().looked(5);
    chair.accepts(
        8,
        NINA,
        new InfusionCommand.Observe(
            ObservationSource.BY_HAND,
            Map.of(Parameter.SATURATION, new Observed.NotObtained(AbsentReason.SENSOR_OFF))));

    assertThat(Chair.RULES.schedule().reading(chair.infusion(), Parameter.SATURATION, minute(9)))
        .isEqualTo(Reading.absent());
    assertThat(Chair.RULES.schedule().missing(chair.infusion(), minute(9)))
        .containsExactly("Oxygen saturation: sensor off or not reading");
  }

  /// Started at 0: the next set is due at 10; announced from 8; overdue after 12.
  @Verifies("H14")
  @ParameterizedTest
  @CsvSource({
    "7.98, LATER",
    "8, SOON",
    "9.98, SOON",
    "10, DUE",
    "12, DUE",
    "12.02, OVERDUE",
    "60, OVERDUE"
  })
  void observationsFallDue(double minute, DueObservation.State expected) {
    var due = Chair.RULES.schedule().due(Chair.running().infusion(), minute(minute)).orElseThrow();

    assertThat(due).isEqualTo(new DueObservation(minute(10), expected));
  }

  /// A monitor that sends by itself is not somebody who looks.
  @Verifies("H14")
  @Test
  void aDeviceThatSendsByItselfFulfilsNoSchedule() {
    var chair = Chair.running();
    chair.accepts(
        9, Chair.SYSTEM, new InfusionCommand.Observe(ObservationSource.SIMULATED, Chair.calm()));

    assertThat(Chair.RULES.schedule().due(chair.infusion(), minute(13)).orElseThrow().overdue())
        .isTrue();
  }

  @Test
  void aNurseWhoAddsWhatTheMonitorCannotSeeHasLooked() {
    var chair = Chair.running();
    chair.accepts(
        9, Chair.SYSTEM, new InfusionCommand.Observe(ObservationSource.SIMULATED, Chair.calm()));
    chair.accepts(
        10,
        NINA,
        new InfusionCommand.Observe(
            ObservationSource.BY_HAND,
            Map.of(
                Parameter.SEDATION, value("0"),
                Parameter.DISSOCIATION, value("3"),
                Parameter.PAIN, value("4"))));

    assertThat(Chair.RULES.schedule().due(chair.infusion(), minute(13)).orElseThrow().dueAt())
        .isEqualTo(minute(20));
  }
}

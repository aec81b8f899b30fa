package org.nepenthe.care.infusion.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nepenthe.care.infusion.Chair.DORA;
import static org.nepenthe.care.infusion.Chair.NINA;
import static org.nepenthe.care.infusion.Chair.minute;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.Role;
import org.nepenthe.care.decision.Signature;
import org.nepenthe.care.infusion.AdverseEvent;
import org.nepenthe.care.infusion.Chair;
import org.nepenthe.care.infusion.Deed;
import org.nepenthe.care.infusion.Infusion;
import org.nepenthe.care.infusion.InfusionCommand;
import org.nepenthe.care.infusion.InfusionEvent.AdverseEventSettled.Settlement;
import org.nepenthe.care.infusion.InfusionEvent.PatientDischarged;
import org.nepenthe.care.infusion.Outcome;
import org.nepenthe.care.infusion.Refusal;
import org.nepenthe.care.infusion.observation.Parameter;
import org.nepenthe.care.infusion.recovery.Missing.Item;
import org.nepenthe.evidence.Verifies;

/// The pump of these patients is off at minute 40. They are to be watched for 60 min; score and
/// orientation count for 30 min, vital signs for 15 min; 9 points are enough.
class DischargeGateTest {
  private static final RecoveryKnowledge KNOWLEDGE =
      RecoveryKnowledge.of(Chair.KNOWLEDGE, Chair.DAY);
  private static final Recovery RECOVERY = new Recovery(KNOWLEDGE);
  private static final Map<String, Integer> ALDRETE_TEN =
      Map.of("activity", 2, "breathing", 2, "circulation", 2, "consciousness", 2, "oxygen", 2);

  /// What can be missing while the patient recovers.
  private static final List<Item> ITEMS =
      List.of(
          Item.OBSERVATION_TIME,
          Item.SCORE,
          Item.ORIENTATION,
          Item.VITALS,
          Item.ADVERSE_EVENTS,
          Item.ESCORT,
          Item.DRIVING_ADVICE);

  @Verifies("H54")
  @Test
  void namesExactlyWhatIsMissingInEveryCombination() {
    for (int bits = 0; bits < 1 << ITEMS.size(); bits++) {
      var missing = EnumSet.noneOf(Item.class);
      for (int i = 0; i < ITEMS.size(); i++) {
        if ((bits >> i & 1) == 1) {
          missing.add(ITEMS.get(i));
        }
      }
      double at = missing.contains(Item.OBSERVATION_TIME) ? 99 : 101;
      var chair = leaving(missing, at - 1);

      assertThat(items(chair.infusion(), at)).as("without %s", missing).isEqualTo(missing);
      assertThat(discharge(chair, at, NINA) instanceof Outcome.Accepted)
          .as("without %s", missing)
          .isEqualTo(missing.isEmpty());
    }
  }

  @Verifies("H54")
  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"PHYSICIAN", "NURSE"},
      mode = EnumSource.Mode.INCLUDE)
  void nobodyOverridesTheGate(Role role) {
    var chair = leaving(Set.of(Item.ESCORT), 100);

    var outcome = discharge(chair, 101, new Actor("x", "X", role));

    assertThat(outcome)
        .isEqualTo(
            new Outcome.Refused(
                List.of(new Refusal("gate-escort", "Name the adult who takes the patient home."))));
  }

  @Verifies("H54")
  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"PHYSICIAN", "NURSE"},
      mode = EnumSource.Mode.EXCLUDE)
  void othersDischargeNobody(Role role) {
    var outcome = discharge(leaving(Set.of(), 100), 101, new Actor("x", "X", role));

    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void dischargeIsSignedAndEndsTheInfusion() {
    var chair = leaving(Set.of(), 100);

    var outcome = (Outcome.Accepted) discharge(chair, 101, NINA);

    var discharged = (PatientDischarged) outcome.events().getFirst();
    assertThat(discharged.signature().meaning()).isEqualTo(Signature.Meaning.DISCHARGED);
    chair.add(discharged, minute(101));
    assertThat(chair.infusion()).isInstanceOf(Infusion.Discharged.class);
    assertThat(discharge(chair, 102, NINA)).isInstanceOf(Outcome.Refused.class);
  }

  @Verifies("H54")
  @Test
  void whileThePumpIsNotOffEverythingIsMissing() {
    var running = Chair.running().looked(10);
    named(running, -10);

    assertThat(items(running.infusion(), 11))
        .isEqualTo(
            EnumSet.of(
                Item.PUMP_OFF,
                Item.OBSERVATION_TIME,
                Item.SCORE,
                Item.ORIENTATION,
                Item.VITALS,
                Item.DRIVING_ADVICE));
    running.accepts(12, Chair.SYSTEM, new InfusionCommand.Interrupt(minute(12)));
    assertThat(items(running.infusion(), 500)).contains(Item.PUMP_OFF);
  }

  /// Limit 60 min, breached below; minutes counted from the stop at minute 40.
  @Verifies("H54")
  @ParameterizedTest
  @CsvSource({"99.9, true", "100, false", "100.1, false"})
  void theObservationTimeHasToPass(double at, boolean missing) {
    var chair = leaving(Set.of(), 99.5);

    assertThat(items(chair.infusion(), at).contains(Item.OBSERVATION_TIME)).isEqualTo(missing);
  }

  /// Ages in minutes; from the future by more than a minute is no better than old.
  @Verifies("H54")
  @ParameterizedTest
  @CsvSource({
    "29, SCORE, false",
    "30, SCORE, false",
    "31, SCORE, true",
    "-2, SCORE, true",
    "30, ORIENTATION, false",
    "31, ORIENTATION, true",
    "-2, ORIENTATION, true",
    "14, VITALS, false",
    "15, VITALS, false",
    "16, VITALS, true",
    "-2, VITALS, true"
  })
  void findingsGrowOld(double age, Item item, boolean missing) {
    var chair = leaving(Set.of(item), 120);
    add(chair, item, 120);

    assertThat(items(chair.infusion(), 120 + age))
        .satisfies(all -> assertThat(all.contains(item)).isEqualTo(missing));
  }

  @Verifies("H54")
  @ParameterizedTest
  @CsvSource({"0, true", "1, false"})
  void ninePointsAreEnough(int oxygen, boolean missing) {
    var chair = leaving(Set.of(Item.SCORE), 100);
    var points = new HashMap<>(ALDRETE_TEN);
    points.put("oxygen", oxygen);

    add(chair, RECOVERY.score(chair.infusion(), "REC-ALD-01", points, deed(100)), 100);

    assertThat(items(chair.infusion(), 101).contains(Item.SCORE)).isEqualTo(missing);
  }

  @Test
  void eitherScaleWillDoAndTheNewestCounts() {
    var chair = leaving(Set.of(), 100);
    var padss =
        Map.of(
            "vital-signs", 2, "activity", 1, "pain-nausea", 2, "bleeding", 2, "intake-output", 1);

    add(chair, RECOVERY.score(chair.infusion(), "REC-PAD-01", padss, deed(101)), 101);

    // 2 + 1 + 2 + 2 + 1 = 8
    assertThat(DischargeGate.missing(chair.infusion(), KNOWLEDGE, minute(102)))
        .containsExactly(
            new Missing(
                Item.SCORE,
                "Post-anaesthetic discharge score (PADSS) is 8, which is below 9: score again when"
                    + " the patient is better."));
  }

  @Test
  void halfAScoreIsRefused() {
    var chair = leaving(Set.of(Item.SCORE), 100);

    var outcome = RECOVERY.score(chair.infusion(), "REC-ALD-01", Map.of("activity", 2), deed(100));

    assertThat(((Outcome.Refused) outcome).refusals())
        .extracting(Refusal::field)
        .containsExactlyInAnyOrder("breathing", "circulation", "consciousness", "oxygen");
  }

  /// Bounds: systolic 90 to 180, heart rate 50 to 150, respiratory rate 10 to 30, both included.
  @Verifies("H54")
  @ParameterizedTest
  @CsvSource({
    "SYSTOLIC, 89, true",
    "SYSTOLIC, 90, false",
    "SYSTOLIC, 180, false",
    "SYSTOLIC, 181, true",
    "HEART_RATE, 49, true",
    "HEART_RATE, 50, false",
    "HEART_RATE, 150, false",
    "HEART_RATE, 151, true",
    "RESPIRATORY_RATE, 9, true",
    "RESPIRATORY_RATE, 10, false",
    "RESPIRATORY_RATE, 30, false",
    "RESPIRATORY_RATE, 31, true"
  })
  void vitalSignsLieWithinTheBounds(Parameter parameter, String value, boolean missing) {
    var chair = leaving(Set.of(), 100).looked(101, parameter, value);

    assertThat(items(chair.infusion(), 102).contains(Item.VITALS)).isEqualTo(missing);
  }

  @Verifies("H54")
  @Test
  void whatWasFoundBeforeThePumpWasOffDoesNotCount() {
    var chair = Chair.running().looked(39);
    stop(chair);

    assertThat(items(chair.infusion(), 41)).contains(Item.VITALS);
  }

  @Test
  void adviceThatWasNotUnderstoodIsGivenAgain() {
    var chair = leaving(Set.of(Item.DRIVING_ADVICE), 100);
    add(chair, RECOVERY.advise(chair.infusion(), false, deed(100)), 100);

    assertThat(items(chair.infusion(), 101)).containsExactly(Item.DRIVING_ADVICE);
  }

  @Test
  void onlyAPhysicianLetsAPatientLeaveWithAnAdverseEvent() {
    var chair = leaving(Set.of(Item.ADVERSE_EVENTS), 100);
    long event = chair.newest();

    var byNurse =
        RECOVERY.settle(chair.infusion(), event, Settlement.GOES_ON, "dizzy still", deed(101));
    var byPhysician =
        RECOVERY.settle(
            chair.infusion(),
            event,
            Settlement.GOES_ON,
            "dizzy still",
            new Deed(DORA, minute(101), minute(101)));

    assertThat(byNurse).isInstanceOf(Outcome.Refused.class);
    assertThat(byPhysician).isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void theFrontDeskNamesTheEscortAndNothingElse() {
    var desk = new Actor("f1", "Fay", Role.FRONT_DESK);
    var chair = leaving(Set.of(Item.ESCORT), 100);
    var deed = new Deed(desk, minute(100), minute(100));

    assertThat(RECOVERY.escort(chair.infusion(), "Ann", "at the door", deed))
        .isInstanceOf(Outcome.Accepted.class);
    assertThat(RECOVERY.advise(chair.infusion(), true, deed)).isInstanceOf(Outcome.Refused.class);
  }

  /// A patient whose findings, but for those named, were made at a minute.
  private static Chair leaving(Set<Item> without, double minute) {
    var chair = Chair.running();
    stop(chair);
    for (var item : ITEMS) {
      if (item != Item.ADVERSE_EVENTS && !without.contains(item)) {
        add(chair, item, minute);
      }
    }
    if (without.contains(Item.ADVERSE_EVENTS)) {
      add(chair, Item.ADVERSE_EVENTS, minute);
    }
    return chair;
  }

  private static void stop(Chair chair) {
    chair.accepts(40, NINA, new InfusionCommand.Stop("all given", Optional.empty()));
  }

  private static void add(Chair chair, Item item, double minute) {
    switch (item) {
      case SCORE ->
          add(
              chair,
              RECOVERY.score(chair.infusion(), "REC-ALD-01", ALDRETE_TEN, deed(minute)),
              minute);
      case ORIENTATION ->
          add(
              chair,
              RECOVERY.orientation(
                  chair.infusion(),
                  Map.of("person", true, "place", true, "time", true),
                  deed(minute)),
              minute);
      case VITALS -> chair.looked(minute);
      case ESCORT -> named(chair, minute);
      case DRIVING_ADVICE ->
          add(chair, RECOVERY.advise(chair.infusion(), true, deed(minute)), minute);
      case ADVERSE_EVENTS ->
          chair.accepts(
              minute,
              NINA,
              new InfusionCommand.RecordAdverseEvent(
                  new AdverseEvent(
                      AdverseEvent.Kind.DIZZINESS, AdverseEvent.Severity.MILD, "", "")));
      case PUMP_OFF, OBSERVATION_TIME -> {}
    }
  }

  private static void named(Chair chair, double minute) {
    add(chair, RECOVERY.escort(chair.infusion(), "Ann Escort", "0151 5550", deed(minute)), minute);
  }

  private static void add(Chair chair, Outcome outcome, double minute) {
    assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    ((Outcome.Accepted) outcome).events().forEach(event -> chair.add(event, minute(minute)));
  }

  private static Outcome discharge(Chair chair, double at, Actor by) {
    return RECOVERY.discharge(
        chair.infusion(),
        new Signature(by, minute(at), Signature.Meaning.DISCHARGED, ""),
        new Deed(by, minute(at), minute(at)));
  }

  private static Deed deed(double minute) {
    return new Deed(NINA, minute(minute), minute(minute));
  }

  private static Set<Item> items(Infusion infusion, double at) {
    return DischargeGate.missing(infusion, KNOWLEDGE, minute(at)).stream()
        .map(Missing::item)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}

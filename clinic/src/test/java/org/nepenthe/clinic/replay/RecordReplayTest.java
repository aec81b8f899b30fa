package org.nepenthe.clinic.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.nepenthe.care.decision.DecisionRecord;
import org.nepenthe.care.decision.KnowledgeVersion;
import org.nepenthe.care.followup.ScoresTaken;
import org.nepenthe.care.followup.ScoresTaken.Moment;
import org.nepenthe.care.infusion.InfusionEvent.ObservationsRecorded;
import org.nepenthe.care.infusion.observation.ObservationSource;
import org.nepenthe.care.infusion.observation.Observed;
import org.nepenthe.care.infusion.observation.Parameter;
import org.nepenthe.care.outcome.Answers;
import org.nepenthe.care.outcome.Instrument;
import org.nepenthe.care.planning.AgreedBenefit;
import org.nepenthe.care.planning.DosePlan;
import org.nepenthe.care.planning.PlanFacts;
import org.nepenthe.care.planning.PlanProposed;
import org.nepenthe.care.planning.PlanRequest;
import org.nepenthe.care.planning.PlanRequested;
import org.nepenthe.care.planning.PlanResult;
import org.nepenthe.care.planning.Planning;
import org.nepenthe.care.planning.order.DosingWeight;
import org.nepenthe.care.planning.titration.NextDose;
import org.nepenthe.care.planning.titration.TitrationProposed;
import org.nepenthe.clinic.ClinicBrowser;
import org.nepenthe.clinic.ClinicTest;
import org.nepenthe.clinic.Treatment;
import org.nepenthe.clinic.course.Course;
import org.nepenthe.clinic.course.Courses;
import org.nepenthe.clinic.course.DecidedAgain;
import org.nepenthe.clinic.course.DecidedAgain.Again;
import org.nepenthe.clinic.course.DecidedAgain.Kind;
import org.nepenthe.clinic.planning.Titrations;
import org.nepenthe.clinic.record.StreamId;
import org.nepenthe.clinic.replay.RecordReplay.Count;
import org.nepenthe.evidence.Verifies;
import org.nepenthe.knowledge.KnowledgeBase;
import org.nepenthe.quantity.BodyWeight;
import org.nepenthe.quantity.SolutionStrength;
import org.nepenthe.quantity.WeightNormalisedDose;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// Whatever the knowledge decided comes out again as it was made, and what it did not decide is
/// reported.
@ClinicTest
class RecordReplayTest {
  @LocalServerPort int port;
  private final ApplicationContext clinic;
  private final RecordReplay replay;
  private final KnowledgeBase knowledge;

  RecordReplayTest(
      @Autowired ApplicationContext clinic,
      @Autowired RecordReplay replay,
      @Autowired KnowledgeBase knowledge) {
    this.clinic = clinic;
    this.replay = replay;
    this.knowledge = knowledge;
  }

  private Course course(Treatment treatment) {
    return clinic.getBean(Courses.class).find(treatment.course()).orElseThrow();
  }

  /// 0.5 mg/kg for 70 kg over 40 min, as the protocol of that dose has it.
  private static PlanRequest request(Treatment treatment) {
    return new PlanRequest(
        2,
        "PLN-PRO-02",
        new DosingWeight(BodyWeight.ofKilograms(70), treatment.ago(10), "70 kg"),
        false,
        WeightNormalisedDose.ofMilligramsPerKilogram("0.5"),
        new BigDecimal("40"),
        SolutionStrength.ofMilligramsPerMillilitre("10"),
        Optional.empty(),
        SolutionStrength.ofMilligramsPerMillilitre("1"),
        Optional.empty(),
        "",
        new AgreedBenefit(
            Optional.of(new BigDecimal("30")), Optional.of(new BigDecimal("30")), 1, "to walk"),
        PlanFacts.none());
  }

  private DosePlan.Proposed planned(Treatment treatment) {
    var result = Planning.propose(request(treatment), knowledge, Treatment.DORA, treatment.ago(5));
    if (result instanceof PlanResult.Planned(var plan)) {
      return plan;
    }
    throw new AssertionError(result);
  }

  private Treatment treated(String family) {
    var treatment = Treatment.of(clinic, family);
    return treatment
        .inCourse(scores(treatment, Moment.BASELINE, 8, 4000), 4000)
        .given(2880)
        .inCourse(scores(treatment, Moment.AFTER, 4, 60), 60);
  }

  private static ScoresTaken scores(Treatment treatment, Moment moment, int pain, long minutesAgo) {
    return new ScoresTaken(
        moment,
        List.of(
            new Answers(Instrument.NRS, Map.of("pain", pain)),
            new Answers(Instrument.PEG, Map.of("pain", pain, "enjoyment", pain, "activity", pain))),
        treatment.ago(minutesAgo),
        Treatment.NINA);
  }

  private TitrationProposed proposed(Treatment treatment) {
    var courses = clinic.getBean(Courses.class);
    var proposal =
        clinic.getBean(Titrations.class).of(course(treatment), courses.now()).orElseThrow();
    return new TitrationProposed(
        2,
        proposal.decision(),
        WeightNormalisedDose.ofMilligramsPerKilogram("0.5"),
        Treatment.DORA);
  }

  private static Kind kind(DecidedAgain decided) {
    return decided.kind();
  }

  /// After each decision something happens that would change it: only what was known before counts.
  @Test
  @Verifies("H33")
  void plansProposedDosesAndLooksBackComeOutAgainToTheLastByte() {
    var treatment = treated("Replayed");
    treatment
        .inCourse(proposed(treatment), 0)
        .inCourse(new PlanRequested(request(treatment)), 0)
        .inCourse(new PlanProposed(planned(treatment)), 0);
    var physician = ClinicBrowser.of(port, "physician");
    physician.get(treatment.path("decision"));
    var answer =
        physician.post(
            treatment.path("decision"),
            Map.of(
                "patientId",
                treatment.patient().toString(),
                "decision",
                "REPEAT",
                "reason",
                "It helps.",
                "password",
                ClinicBrowser.PASSWORD));
    assertThat(answer.statusCode()).isEqualTo(302);
    treatment
        .inCourse(scores(treatment, Moment.AFTER, 9, 0), 0)
        .inInfusion(
            new ObservationsRecorded(
                ObservationSource.BY_HAND,
                Map.of(Parameter.SYSTOLIC, new Observed.Measured(new BigDecimal("210"))),
                treatment.ago(2900),
                Treatment.NINA),
            2900);

    var decided = replay.of(course(treatment));
    assertThat(decided)
        .allSatisfy(each ->
            assertThat(each.again())
                .as(each.kind() + " " + each.outcome())
                .isInstanceOfAny(Again.Same.class, Again.NotPossible.class));
    assertThat(decided.stream().filter(each -> each.again() instanceof Again.Same))
        .extracting(RecordReplayTest::kind)
        .containsExactlyInAnyOrder(Kind.PLAN, Kind.TITRATION, Kind.COURSE);
    assertThat(decided).noneMatch(each -> !each.today().isEmpty());
    assertThat(physician.get(treatment.path("replay")).body())
        .contains("the same record, to the last byte")
        .contains("before the request behind a plan was kept")
        .doesNotContain("comes out differently");
  }

  /// Canaries: records that are not what the knowledge says.
  @Test
  @Verifies("H33")
  void whatTheKnowledgeDidNotDecideIsReported() {
    var treatment = treated("Forged");
    var plan = planned(treatment);
    var forged =
        new DosePlan.Proposed(
            plan.infusionNumber(),
            plan.order(),
            plan.requested(),
            plan.softCapReason(),
            plan.benefit(),
            List.of(),
            plan.knowledge(),
            plan.proposedBy(),
            plan.proposedAt());
    var honest = proposed(treatment);
    var made = honest.proposal();
    var up =
        new DecisionRecord<NextDose>(
            new NextDose.Up(WeightNormalisedDose.ofMilligramsPerKilogram("9")),
            made.reasons(),
            made.inputs(),
            made.knowledge(),
            made.softwareVersion(),
            made.decidedAt());
    var lost =
        new DecisionRecord<>(
            made.outcome(),
            made.reasons(),
            made.inputs(),
            new KnowledgeVersion("never kept", "0".repeat(64)),
            made.softwareVersion(),
            made.decidedAt());
    treatment
        .inCourse(new TitrationProposed(2, up, honest.planned(), honest.by()), 0)
        .inCourse(new TitrationProposed(2, lost, honest.planned(), honest.by()), 0)
        .inCourse(new PlanRequested(request(treatment)), 0)
        .inCourse(new PlanProposed(forged), 0);

    var done = new AtomicLong();
    var finding = replay.of(List.of(StreamId.of(treatment.course())), done::addAndGet);
    assertThat(done).hasValue(1);
    assertThat(finding.allTheSame()).isFalse();
    assertThat(finding.counts())
        .containsEntry(Kind.TITRATION, new Count(0, 1, 1))
        .containsEntry(Kind.PLAN, new Count(0, 1, 1))
        .containsEntry(Kind.COURSE, new Count(0, 0, 0));
    assertThat(finding.differences())
        .extracting(RecordReplay.Difference::course)
        .containsOnly(treatment.course())
        .hasSize(2);
    assertThat(finding.notPossible()).hasSize(2);
    var body = ClinicBrowser.of(port, "nurse").get(treatment.path("replay")).body();
    assertThat(body).contains("comes out differently", "proposal.outcome.kind: Up → Same");
  }

  @Test
  void everyCourseOnRecordIsReplayed() {
    var treatment = treated("Counted");
    assertThat(replay.courses()).contains(StreamId.of(treatment.course()));
  }
}

package org.nepenthe.clinic.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.nepenthe.care.consent.ConsentSigned;
import org.nepenthe.care.consent.ConsentWithdrawn;
import org.nepenthe.care.decision.CourseId;
import org.nepenthe.care.decision.DecisionRecord;
import org.nepenthe.care.decision.KnowledgeVersion;
import org.nepenthe.care.decision.Signature;
import org.nepenthe.care.followup.CourseDecided;
import org.nepenthe.care.followup.CourseDecision;
import org.nepenthe.care.followup.Response;
import org.nepenthe.care.followup.ScoresTaken;
import org.nepenthe.care.followup.ScoresTaken.Moment;
import org.nepenthe.care.infusion.InfusionEvent.MonitoringInterrupted;
import org.nepenthe.care.infusion.InfusionEvent.PatientDischarged;
import org.nepenthe.care.infusion.InfusionEvent.PreparationAbandoned;
import org.nepenthe.care.infusion.InfusionEvent.PumpConfirmed;
import org.nepenthe.care.infusion.pump.PumpState;
import org.nepenthe.care.outcome.Answers;
import org.nepenthe.care.outcome.Instrument;
import org.nepenthe.care.planning.PlanWithdrawn;
import org.nepenthe.clinic.ClinicBrowser;
import org.nepenthe.clinic.ClinicTest;
import org.nepenthe.clinic.ReferredPatient;
import org.nepenthe.clinic.Treatment;
import org.nepenthe.clinic.record.EventRecord;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@ClinicTest
class CoursePlacesTest {
  @LocalServerPort int port;
  @Autowired ApplicationContext clinic;
  @Autowired CoursePlaces places;
  @Autowired Courses courses;
  @Autowired Journeys journeys;
  @Autowired EventRecord record;
  @Autowired JdbcClient jdbc;

  /// The projection and the steps bar, which reads the streams, agree after every event.
  @Test
  void standsWhereTheStepsBarStands() {
    var treatment = consented();
    at(treatment, Step.PLAN);
    at(treatment.planned(300), Step.APPROVAL);
    at(treatment.inCourse(new PlanWithdrawn("another dose"), 299), Step.PLAN);
    at(treatment.planned(298), Step.APPROVAL);
    at(treatment.approved(297), Step.INFUSION);
    at(treatment.opened(296), Step.INFUSION);
    at(
        treatment.inInfusion(
            new PreparationAbandoned("vein lost", treatment.ago(295), Treatment.NINA), 295),
        Step.PLAN);
    at(treatment.planned(290), Step.APPROVAL);
    at(treatment.approved(289), Step.INFUSION);
    at(treatment.opened(288), Step.INFUSION);
    at(treatment.started(280), Step.INFUSION);
    at(
        treatment.inInfusion(new MonitoringInterrupted(treatment.ago(270), Treatment.NINA), 270),
        Step.INFUSION);
    at(
        treatment.inInfusion(
            new PumpConfirmed(
                new PumpState.Off(), Optional.empty(), treatment.ago(260), Treatment.NINA),
            260),
        Step.RECOVERY);
    at(
        treatment.inInfusion(
            new PatientDischarged(signature(treatment), treatment.ago(100), Treatment.NINA), 100),
        Step.FOLLOW_UP);
    at(treatment.inCourse(scores(treatment), 50), Step.DECISION);
    assertThat(places.find(treatment.course()).orElseThrow().decided()).isFalse();
    at(treatment.inCourse(decided(treatment), 40), Step.DECISION);
    var place = places.find(treatment.course()).orElseThrow();
    assertThat(place.decided()).isTrue();
    assertThat(place.decision()).isEqualTo("Repeat");
    assertThat(place.since().getEpochSecond()).isEqualTo(treatment.ago(50).getEpochSecond());
  }

  @Test
  void anOverrideAndAWithdrawnConsentCount() {
    var referred = ReferredPatient.of(clinic, port, ReferredPatient.WILLARD, "IND-CRPS");
    var id = CourseId.of(referred.course().substring("/courses/".length()));
    var treatment = Treatment.of(clinic, referred.patient(), id);
    var nurse = ClinicBrowser.of(port, "nurse");
    referred.bloodPressure(clinic, "124", "74");
    referred.interview(nurse, ReferredPatient.OF_WILLARD);
    referred.answer(nurse, "ASK-IOP", "PRESENT");
    referred.assess(nurse);
    at(treatment, Step.SCREENING);
    assertThat(places.find(id).orElseThrow().standing()).isEqualTo("not eligible");
    var physician = ClinicBrowser.of(port, "physician");
    physician.get(referred.course() + "/screening/override/SCR-IOP-01");
    physician.post(
        referred.course() + "/screening/override/SCR-IOP-01",
        Map.of(
            "reason", "SPECIALIST_AGREES",
            "words", "Ophthalmology agrees",
            "password", ClinicBrowser.PASSWORD));
    at(treatment, Step.CONSENT);
    at(treatment.inCourse(signed(treatment), 20), Step.PLAN);
    at(
        treatment.inCourse(new ConsentWithdrawn("no", Treatment.NINA, treatment.ago(10)), 10),
        Step.CONSENT);
  }

  /// Thrown away and made anew from the events, the rows are the same.
  @Test
  void canBeMadeAnew() {
    Treatment.of(clinic, "Rebuilt").given(90);
    consented().planned(10);
    var before = rows();
    assertThat(before).isNotEmpty();

    record.rebuildProjections();

    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void whoeverSitsInAChairNoLongerWaitsForOne() {
    var waiting = consented().planned(300).approved(290);
    assertThat(waits(waiting, Step.INFUSION)).isTrue();

    waiting.opened(280);

    assertThat(waits(waiting, Step.INFUSION)).isFalse();
  }

  private boolean waits(Treatment treatment, Step step) {
    return places.waiting(step, 1000).stream()
        .anyMatch(place -> place.course().equals(treatment.course()));
  }

  private void at(Treatment treatment, Step step) {
    var course = courses.find(treatment.course()).orElseThrow();
    assertThat(journeys.current(course)).isEqualTo(step);
    assertThat(places.find(treatment.course()).orElseThrow().step()).isEqualTo(step);
  }

  /// A patient who was referred and screened at a browser, and signed.
  private Treatment consented() {
    var referred = ReferredPatient.of(clinic, port, ReferredPatient.WILLARD, "IND-CRPS");
    var id = CourseId.of(referred.course().substring("/courses/".length()));
    var treatment = Treatment.of(clinic, referred.patient(), id);
    at(treatment, Step.SCREENING);
    var nurse = ClinicBrowser.of(port, "nurse");
    referred.bloodPressure(clinic, "124", "74");
    referred.interview(nurse, ReferredPatient.OF_WILLARD);
    referred.assess(nurse);
    at(treatment, Step.CONSENT);
    return treatment.inCourse(signed(treatment), 400);
  }

  private static ConsentSigned signed(Treatment treatment) {
    return new ConsentSigned(
        "CON-OFF-LABEL", "1", "hash", "Willard", signature(treatment), treatment.ago(400));
  }

  private static Signature signature(Treatment treatment) {
    return new Signature(Treatment.DORA, treatment.ago(400), Signature.Meaning.DECIDED, "so");
  }

  private static ScoresTaken scores(Treatment treatment) {
    return new ScoresTaken(
        Moment.AFTER,
        List.of(new Answers(Instrument.NRS, Map.of("pain", 4))),
        treatment.ago(50),
        Treatment.NINA);
  }

  private static CourseDecided decided(Treatment treatment) {
    return new CourseDecided(
        CourseDecision.REPEAT,
        new DecisionRecord<>(
            new Response.CannotSay(List.of("a test")),
            List.of(),
            List.of(),
            new KnowledgeVersion("test", "0"),
            "test",
            treatment.ago(40)),
        signature(treatment));
  }

  private List<Map<String, Object>> rows() {
    return jdbc.sql("select * from course_projection order by course_id").query().listOfRows();
  }
}

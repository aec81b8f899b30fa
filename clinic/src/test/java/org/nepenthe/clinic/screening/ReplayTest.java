package org.nepenthe.clinic.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nepenthe.care.decision.DecisionRecord;
import org.nepenthe.care.decision.KnowledgeVersion;
import org.nepenthe.care.screening.Eligibility;
import org.nepenthe.care.screening.Screened;
import org.nepenthe.care.screening.Screening;
import org.nepenthe.clinic.ClinicBrowser;
import org.nepenthe.clinic.ClinicTest;
import org.nepenthe.clinic.ReferredPatient;
import org.nepenthe.clinic.Treatment;
import org.nepenthe.clinic.course.Courses;
import org.nepenthe.evidence.Verifies;
import org.nepenthe.knowledge.KnowledgeBase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// A stored decision comes out again as it was made, whatever has happened since.
@ClinicTest
class ReplayTest {
  @LocalServerPort int port;
  private final ApplicationContext clinic;

  ReplayTest(@Autowired ApplicationContext clinic) {
    this.clinic = clinic;
  }

  private List<Replay> replays(ReferredPatient patient) {
    return clinic.getBean(Replays.class).of(patient.stored(clinic));
  }

  @Test
  @Verifies("H33")
  void eachDecisionComesOutAgainToTheLastByteThoughTheFactsHaveChangedSince() {
    var nurse = ClinicBrowser.of(port, "nurse");
    for (var file :
        Map.of(
                ReferredPatient.WILLARD, "IND-CRPS",
                ReferredPatient.DAISY, "IND-NEUROPATHIC",
                ReferredPatient.NAKIA, "IND-FIBROMYALGIA")
            .entrySet()) {
      var patient = ReferredPatient.of(clinic, port, file.getKey(), file.getValue());
      patient.assess(nurse);
      patient.interview(nurse, ReferredPatient.OF_WILLARD);
      patient.assess(nurse);
      patient.bloodPressure(clinic, "190", "105");
      patient.answer(nurse, "ASK-ALLERGY", "PRESENT");
      patient.assess(nurse);
      patient.answer(nurse, "ASK-PSYCHOSIS", "PRESENT");

      assertThat(replays(patient))
          .hasSize(3)
          .allSatisfy(replay ->
              assertThat(replay)
                  .isInstanceOfSatisfying(
                      Replay.Replayed.class,
                      replayed -> {
                        assertThat(replayed.same()).as(file.getKey()).isTrue();
                        assertThat(replayed.differing()).isEmpty();
                      }));
      assertThat(nurse.get(patient.course() + "/replay").body())
          .contains("the same record, to the last byte")
          .doesNotContain("comes out differently");
    }
  }

  /// A decision that was kept when of each fact only the words were.
  @Test
  @Verifies("H33")
  void aDecisionKeptInWordsComesOutAgainToTheLastByte() {
    var nurse = ClinicBrowser.of(port, "nurse");
    var patient = ReferredPatient.of(clinic, port, ReferredPatient.DAISY, "IND-CRPS");
    patient.assess(nurse);
    patient.interview(nurse, Map.of());
    var course = patient.stored(clinic);
    var standing = clinic.getBean(Screenings.class).standing(course);
    var screening =
        new Screening(
            clinic.getBean(KnowledgeBase.class), clinic.getBean(ZoneId.class), "as it was");
    var inWords = screening.assessInWords(standing.facts(), clinic.getBean(Courses.class).now());
    Treatment.of(clinic, course.patient(), course.id())
        .inCourse(new Screened(inWords, Treatment.NINA), 0);

    assertThat(replays(patient))
        .hasSize(2)
        .allSatisfy(replay ->
            assertThat(replay)
                .isInstanceOfSatisfying(
                    Replay.Replayed.class, replayed -> assertThat(replayed.same()).isTrue()));
    assertThat(nurse.get(patient.course() + "/screening").body())
        .contains("kept before each fact carried its date and source");
  }

  /// A canary: a record that is not what the rules say must be reported.
  @Test
  @Verifies("H33")
  void aRecordThatTheRulesDoNotGiveIsReported() {
    var nurse = ClinicBrowser.of(port, "nurse");
    var patient = ReferredPatient.of(clinic, port, ReferredPatient.DAISY, "IND-CRPS");
    patient.assess(nurse);
    var course = patient.stored(clinic);
    var made = ((Screened) course.events().getLast()).decision();
    var forged =
        new DecisionRecord<Eligibility>(
            new Eligibility.Eligible(List.of(), List.of()),
            made.reasons(),
            made.inputs(),
            made.knowledge(),
            made.softwareVersion(),
            made.decidedAt());
    var unknown =
        new DecisionRecord<>(
            made.outcome(),
            made.reasons(),
            made.inputs(),
            new KnowledgeVersion("never kept", "0".repeat(64)),
            made.softwareVersion(),
            made.decidedAt());
    var treatment = Treatment.of(clinic, course.patient(), course.id());
    treatment.inCourse(new Screened(forged, Treatment.NINA), 0);
    treatment.inCourse(new Screened(unknown, Treatment.NINA), 0);

    var replays = replays(patient);
    assertThat(((Replay.Replayed) replays.get(0)).same()).isTrue();
    assertThat(((Replay.Replayed) replays.get(1)).same()).isFalse();
    assertThat(replays.get(2)).isInstanceOf(Replay.NotPossible.class);
  }
}

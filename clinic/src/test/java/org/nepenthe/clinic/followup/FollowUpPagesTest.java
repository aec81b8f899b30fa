package org.nepenthe.clinic.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nepenthe.care.followup.CourseDecided;
import org.nepenthe.care.followup.CourseDecision;
import org.nepenthe.care.followup.Response;
import org.nepenthe.care.followup.ScoresTaken;
import org.nepenthe.care.followup.ScoresTaken.Moment;
import org.nepenthe.care.outcome.Answers;
import org.nepenthe.care.outcome.Instrument;
import org.nepenthe.clinic.ClinicBrowser;
import org.nepenthe.clinic.ClinicTest;
import org.nepenthe.clinic.Treatment;
import org.nepenthe.clinic.record.EventRecord;
import org.nepenthe.clinic.record.RecordedEvent;
import org.nepenthe.clinic.record.StreamId;
import org.nepenthe.evidence.Verifies;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@ClinicTest
class FollowUpPagesTest {
  @LocalServerPort int port;
  @Autowired ApplicationContext clinic;
  @Autowired EventRecord record;
  @Autowired SafetyAnswers open;

  /// Pain 8 and PEG 6 before, one infusion two days ago.
  private Treatment treated(String family) {
    var treatment = Treatment.of(clinic, family);
    return treatment
        .inCourse(
            new ScoresTaken(
                Moment.BASELINE,
                List.of(
                    new Answers(Instrument.NRS, Map.of("pain", 8)),
                    new Answers(Instrument.PEG, Map.of("pain", 6, "enjoyment", 6, "activity", 6))),
                treatment.ago(4000),
                Treatment.NINA),
            4000)
        .given(2880);
  }

  private static HttpResponse<String> send(
      ClinicBrowser who, Treatment treatment, String form, Map<String, String> fields) {
    who.get(treatment.path(form.startsWith("decision") ? "decision" : "followup"));
    var all = new LinkedHashMap<>(fields);
    all.putIfAbsent("patientId", treatment.patient().toString());
    return who.post(treatment.path(form), all);
  }

  private List<RecordedEvent> decisions(Treatment treatment) {
    return record.read(StreamId.of(treatment.course())).stream()
        .filter(event -> event.event() instanceof CourseDecided)
        .toList();
  }

  private static Map<String, String> scores(String pain, String peg) {
    return Map.of(
        "fup-nrs-01-pain", pain,
        "fup-peg-01-pain", peg,
        "fup-peg-01-enjoyment", peg,
        "fup-peg-01-activity", peg);
  }

  /// From 8 to 4 is half, from 6 to 3 is half: both above the agreed 30 %.
  @Test
  void scoresNowAreSetAgainstThoseBefore() {
    var treatment = treated("Better");
    var nurse = ClinicBrowser.of(port, "nurse");

    assertThat(send(nurse, treatment, "followup/scores", scores("4", "3")).statusCode())
        .isEqualTo(302);

    assertThat(nurse.get(treatment.path("followup")).body().replace('\u00a0', ' '))
        .contains("Benefit as agreed", "8 to 4, 50 % less", "6 to 3, 50 % less");
  }

  @Test
  void noReliefAndNoGainPromptsToStopAndToNothingHigher() {
    var treatment = treated("Unchanged");
    var nurse = ClinicBrowser.of(port, "nurse");
    send(nurse, treatment, "followup/scores", scores("8", "6"));

    assertThat(nurse.get(treatment.path("followup")).body())
        .contains(
            "No benefit as agreed",
            "Neither relief nor a gain in function: stop.",
            "A higher dose is not the answer to no answer.");
  }

  @Test
  void halfAnInstrumentIsRefusedAndKeepsWhatWasTyped() {
    var treatment = treated("Half");
    var nurse = ClinicBrowser.of(port, "nurse");

    var answer = send(nurse, treatment, "followup/scores", Map.of("fup-peg-01-pain", "4"));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("half of the PEG is no score.")
        .containsPattern("name=\"fup-peg-01-pain\" value=\"4\" checked");
  }

  @Test
  @Verifies("H53")
  void aPositiveBladderAnswerStandsInTheWay() {
    var treatment = treated("Bladder");
    var nurse = ClinicBrowser.of(port, "nurse");
    assertThat(nurse.get(treatment.path("followup")).body()).contains("Bladder symptoms: due.");

    send(
        nurse,
        treatment,
        "followup/check",
        Map.of("check", "FUP-CHK-BLADDER", "finding", "ABNORMAL", "note", "urgency"));

    assertThat(nurse.get(treatment.path("followup")).body())
        .contains("Bladder symptoms abnormal. Stop comes first");
  }

  @Test
  void aStruckEntryStaysReadable() {
    var treatment = treated("Struck");
    var nurse = ClinicBrowser.of(port, "nurse");
    send(nurse, treatment, "followup/scores", scores("2", "1"));
    var entry = record.read(StreamId.of(treatment.course())).size();

    send(
        nurse,
        treatment,
        "followup/strike",
        Map.of("entry", Integer.toString(entry), "reason", "form of another patient"));

    assertThat(nurse.get(treatment.path("followup")).body())
        .contains("Cannot say yet", "struck: form of another patient");
  }

  /// One of nine answers, "several days" to the last: no score, and not passed over.
  @Test
  @Verifies("H32")
  void anAnswerAboutSelfHarmStaysInSightUntilSomebodySaysWhatWasDone() {
    var treatment = treated("Thoughts");
    var nurse = ClinicBrowser.of(port, "nurse");
    var physician = ClinicBrowser.of(port, "physician");
    send(nurse, treatment, "followup/mood", Map.of("ins-phq9-self-harm", "1"));

    assertThat(nurse.get("/").body()).contains("Talk with the patient today", "THOUGHTS");
    assertThat(nurse.get(treatment.path("followup")).body())
        .contains("Talk with the patient today", "several days", "without a score");
    var decision =
        Map.of("decision", "REPEAT", "reason", "helps", "password", ClinicBrowser.PASSWORD);
    assertThat(send(physician, treatment, "decision", decision).body()).contains("Settle first");
    assertThat(decisions(treatment)).isEmpty();

    var entry = Integer.toString(record.read(StreamId.of(treatment.course())).size());
    assertThat(
            send(nurse, treatment, "followup/safety", Map.of("entry", entry, "done", " "))
                .statusCode())
        .isEqualTo(422);
    send(
        nurse,
        treatment,
        "followup/safety",
        Map.of("entry", entry, "done", "Dr Okafor talked with the patient: no plan, no intent"));

    assertThat(nurse.get(treatment.path("followup")).body())
        .doesNotContain("Talk with the patient today")
        .contains("Settled by", "no plan, no intent");
    assertThat(open.open()).noneMatch(one -> one.course().equals(treatment.course()));
    assertThat(send(physician, treatment, "decision", decision).statusCode()).isEqualTo(302);
  }

  @Test
  void openAnswersCanBeMadeAnewFromTheRecord() {
    var treatment = treated("Rebuilt");
    var nurse = ClinicBrowser.of(port, "nurse");
    send(nurse, treatment, "followup/mood", Map.of("ins-phq9-self-harm", "3"));
    var before = open.open();
    assertThat(before).anyMatch(one -> one.course().equals(treatment.course()));

    record.rebuildProjections();

    assertThat(open.open()).isEqualTo(before);
  }

  @Test
  @Verifies("H35")
  void aDecisionNeedsAPhysicianAReasonAndThePassword() {
    var treatment = treated("Decided");
    var fields =
        Map.of("decision", "STOP", "reason", "No benefit.", "password", ClinicBrowser.PASSWORD);
    assertThat(send(ClinicBrowser.of(port, "nurse"), treatment, "decision", fields).statusCode())
        .isEqualTo(403);
    var physician = ClinicBrowser.of(port, "physician");
    var wrong =
        send(
            physician,
            treatment,
            "decision",
            Map.of("decision", "STOP", "reason", "No benefit.", "password", "no"));
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("That is not the password.", "No benefit.");
    assertThat(
            send(
                    physician,
                    treatment,
                    "decision",
                    Map.of("decision", "STOP", "password", ClinicBrowser.PASSWORD))
                .body())
        .contains("Say why.");
    assertThat(decisions(treatment)).isEmpty();

    assertThat(send(physician, treatment, "decision", fields).statusCode()).isEqualTo(302);

    assertThat(decisions(treatment)).hasSize(1);
    var decided = (CourseDecided) decisions(treatment).getFirst().event();
    assertThat(decided.decision()).isEqualTo(CourseDecision.STOP);
    assertThat(decided.basis().outcome()).isInstanceOf(Response.CannotSay.class);
    assertThat(physician.get(treatment.path("decision")).body()).contains("No benefit.");
  }

  @Test
  @Verifies("H01")
  void aFormOfAnotherPatientIsRefused() {
    var treatment = treated("One");
    var other = treated("Two");
    var physician = ClinicBrowser.of(port, "physician");

    var answer =
        send(
            physician,
            treatment,
            "decision",
            Map.of(
                "decision",
                "STOP",
                "reason",
                "No benefit.",
                "password",
                ClinicBrowser.PASSWORD,
                "patientId",
                other.patient().toString()));

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(decisions(treatment)).isEmpty();
  }

  @Test
  @Verifies("H39")
  void whoDecidesOnAnOlderPageIsToldSo() {
    var treatment = treated("Late");
    var physician = ClinicBrowser.of(port, "physician");
    physician.get(treatment.path("decision"));
    send(ClinicBrowser.of(port, "nurse"), treatment, "followup/scores", scores("8", "6"));

    var answer =
        physician.post(
            treatment.path("decision"),
            Map.of(
                "decision",
                "REPEAT",
                "reason",
                "As before.",
                "password",
                ClinicBrowser.PASSWORD,
                "patientId",
                treatment.patient().toString()));

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(decisions(treatment)).isEmpty();
  }

  /// R13 of the evidence: no page says that ketamine eliminates opioids.
  @Test
  void noPageSaysThatKetamineEliminatesOpioids() {
    var treatment = treated("Opioids");
    var physician = ClinicBrowser.of(port, "physician");

    for (var page : List.of("followup", "decision")) {
      assertThat(physician.get(treatment.path(page)).body().toLowerCase(Locale.ROOT))
          .contains("says nothing about its cause")
          .doesNotContain("eliminat");
    }
  }
}

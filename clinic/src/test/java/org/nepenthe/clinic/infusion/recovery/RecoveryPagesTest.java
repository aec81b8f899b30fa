package org.nepenthe.clinic.infusion.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nepenthe.care.infusion.AdverseEvent;
import org.nepenthe.care.infusion.InfusionEvent.AdverseEventRecorded;
import org.nepenthe.care.infusion.InfusionEvent.PatientDischarged;
import org.nepenthe.clinic.ClinicBrowser;
import org.nepenthe.clinic.ClinicTest;
import org.nepenthe.clinic.Treatment;
import org.nepenthe.clinic.record.EventRecord;
import org.nepenthe.clinic.record.StreamId;
import org.nepenthe.evidence.Verifies;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@ClinicTest
class RecoveryPagesTest {
  private static final Map<String, String> ALDRETE_NINE =
      Map.of(
          "scale", "REC-ALD-01",
          "activity", "2",
          "breathing", "2",
          "circulation", "1",
          "consciousness", "2",
          "oxygen", "2");

  @LocalServerPort int port;
  @Autowired ApplicationContext clinic;
  @Autowired EventRecord record;
  private ClinicBrowser nurse;

  @BeforeEach
  void signIn() {
    nurse = ClinicBrowser.of(port, "nurse");
  }

  private HttpResponse<String> send(
      ClinicBrowser who, Treatment treatment, String form, Map<String, String> fields) {
    who.get(treatment.infusionPath("escort"));
    var all = new LinkedHashMap<>(fields);
    all.putIfAbsent("patientId", treatment.patient().toString());
    return who.post(treatment.infusionPath(form), all);
  }

  private HttpResponse<String> discharge(Treatment treatment) {
    return send(nurse, treatment, "recovery/discharge", Map.of("password", ClinicBrowser.PASSWORD));
  }

  private boolean discharged(Treatment treatment) {
    return record.read(StreamId.of(treatment.infusion())).stream()
        .anyMatch(event -> event.event() instanceof PatientDischarged);
  }

  @Test
  @Verifies("H54")
  void theGateAnswersWithExactlyWhatIsMissing() {
    var treatment = Treatment.of(clinic, "Gate").given(90);

    var answer = discharge(treatment);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains(
            "5 fields need",
            "Score the recovery.",
            "Ask the questions of orientation.",
            "Oxygen saturation: not observed since the pump is off",
            "Name the adult who takes the patient home.",
            "Tell the patient not to drive, and until when.")
        .doesNotContain("Watch the patient for another", "Say what became of");
    assertThat(discharged(treatment)).isFalse();
  }

  @Test
  @Verifies("H54")
  void onlyWhenNothingIsMissingThePatientLeaves() {
    var treatment = Treatment.of(clinic, "Leaving").given(61);
    assertStored(send(nurse, treatment, "recovery/score", ALDRETE_NINE));
    assertStored(
        send(
            nurse,
            treatment,
            "recovery/orientation",
            Map.of("person", "yes", "place", "yes", "time", "yes")));
    assertStored(
        send(
            nurse,
            treatment,
            "recovery/observations",
            Map.of(
                "heart-rate", "70",
                "systolic", "120",
                "diastolic", "75",
                "saturation", "98",
                "respiratory-rate", "14")));
    assertStored(send(nurse, treatment, "recovery/advice", Map.of("understood", "yes")));
    var withoutEscort = discharge(treatment);
    assertThat(withoutEscort.statusCode()).isEqualTo(422);
    assertThat(withoutEscort.body())
        .contains("one field needs", "Name the adult who takes the patient home.");
    assertStored(
        send(
            ClinicBrowser.of(port, "frontdesk"),
            treatment,
            "escort",
            Map.of("escort-name", "Ann Escort", "escort-contact", "at the door")));

    var wrong = send(nurse, treatment, "recovery/discharge", Map.of("password", "no"));
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("That is not the password.");
    assertThat(discharged(treatment)).isFalse();

    assertStored(discharge(treatment));
    assertThat(discharged(treatment)).isTrue();
    assertThat(nurse.get(treatment.infusionPath("recovery")).body())
        .contains("The patient has left.");
  }

  @Test
  @Verifies("H54")
  void anOpenAdverseEventAndTheTimeStandInTheWay() {
    var treatment =
        Treatment.of(clinic, "Dizzy")
            .given(20)
            .inInfusion(
                new AdverseEventRecorded(
                    new AdverseEvent(
                        AdverseEvent.Kind.DIZZINESS, AdverseEvent.Severity.MILD, "", ""),
                    Treatment.of(clinic, "Clock").ago(10),
                    Treatment.NINA),
                10);

    assertThat(discharge(treatment).body())
        .contains("Say what became of: dizziness.", "Watch the patient for another");
  }

  @Test
  @Verifies("H01")
  void aFormOfAnotherPatientIsRefused() {
    var treatment = Treatment.of(clinic, "Mine").given(90);
    var other = Treatment.of(clinic, "Other").given(90);
    var before = record.read(StreamId.of(treatment.infusion())).size();

    var fields = new LinkedHashMap<>(ALDRETE_NINE);
    fields.put("patientId", other.patient().toString());
    var answer = send(nurse, treatment, "recovery/score", fields);

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(record.read(StreamId.of(treatment.infusion()))).hasSize(before);
  }

  @Test
  @Verifies("H13")
  void theSameScoreSentTwiceIsOneScore() {
    var treatment = Treatment.of(clinic, "Twice").given(90);
    nurse.get(treatment.infusionPath("escort"));
    var fields = new LinkedHashMap<>(ALDRETE_NINE);
    fields.put("patientId", treatment.patient().toString());
    fields.put("key", java.util.UUID.randomUUID().toString());
    var before = record.read(StreamId.of(treatment.infusion())).size();

    assertStored(nurse.post(treatment.infusionPath("recovery/score"), fields));
    assertStored(nurse.post(treatment.infusionPath("recovery/score"), fields));

    assertThat(record.read(StreamId.of(treatment.infusion()))).hasSize(before + 1);
  }

  @Test
  void halfAScoreIsRefusedBesideItsItems() {
    var treatment = Treatment.of(clinic, "Half").given(90);

    var answer =
        send(
            nurse,
            treatment,
            "recovery/score",
            Map.of("scale", "REC-ALD-01", "activity", "2", "breathing", "7"));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("Choose: Breathing.", "Choose: Awake.");
  }

  @Test
  @Verifies("H47")
  void theFrontDeskNamesTheEscortAndSeesNoRecovery() {
    var treatment = Treatment.of(clinic, "Desk").given(90);
    var desk = ClinicBrowser.of(port, "frontdesk");

    assertThat(desk.get(treatment.infusionPath("escort")).statusCode()).isEqualTo(200);
    assertThat(desk.get(treatment.infusionPath("recovery")).statusCode()).isEqualTo(403);
    assertThat(
            send(desk, treatment, "recovery/discharge", Map.of("password", ClinicBrowser.PASSWORD))
                .statusCode())
        .isEqualTo(403);
  }

  private static void assertStored(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
  }
}

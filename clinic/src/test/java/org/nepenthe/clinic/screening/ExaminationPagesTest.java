package org.nepenthe.clinic.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nepenthe.care.screening.ScreeningState;
import org.nepenthe.clinic.ClinicBrowser;
import org.nepenthe.clinic.ClinicTest;
import org.nepenthe.clinic.ReferredPatient;
import org.nepenthe.evidence.Verifies;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// Criteria, scores and look-ups in the pages, and the papers of screening.
@ClinicTest
class ExaminationPagesTest {
  @LocalServerPort int port;
  private final ApplicationContext clinic;

  ExaminationPagesTest(@Autowired ApplicationContext clinic) {
    this.clinic = clinic;
  }

  private ReferredPatient willard() {
    return ReferredPatient.of(clinic, port, ReferredPatient.WILLARD, "IND-CRPS");
  }

  private static Map<String, String> budapest(String answer) {
    var fields = new HashMap<String, String>();
    fields.put("doneOn", "2026-01-12");
    fields.put("item-disproportionate", "PRESENT");
    fields.put("item-no-better-diagnosis", "PRESENT");
    for (var category : new String[] {"sensory", "vasomotor", "sudomotor", "motor"}) {
      fields.put("item-symptom-" + category, answer);
      fields.put("item-sign-" + category, answer);
    }
    return fields;
  }

  @Test
  void budapestCriteriaAreWrittenDownAndJudged() {
    var willard = willard();
    var nurse = ClinicBrowser.of(port, "nurse");
    var path = willard.course() + "/screening/examinations/INS-BUDAPEST";
    assertThat(nurse.get(path).body()).contains("Signs seen today", "Nothing yet.");
    assertThat(nurse.post(path, budapest("PRESENT")).statusCode()).isEqualTo(302);
    assertThat(nurse.get(path).body())
        .contains("Fulfilled: symptoms in 4 of 4 categories")
        .contains("By the stricter rule of trials: Fulfilled");
    nurse.get(path);
    nurse.post(path, budapest("ABSENT"));
    assertThat(nurse.get(path).body()).contains("Not fulfilled: symptoms in 0 of 4 categories");
    assertThat(ScreeningState.of(willard.stored(clinic).events()).examinations().all()).hasSize(2);
  }

  @Test
  void whatIsNotAnsweredOrInTheFutureIsRefusedBesideItsField() {
    var willard = willard();
    var nurse = ClinicBrowser.of(port, "nurse");
    var path = willard.course() + "/screening/examinations/CHK-PDMP";
    nurse.get(path);
    var refused = nurse.post(path, Map.of("doneOn", "2999-01-01"));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("This day is in the future.", "Choose one;");
    assertThat(ScreeningState.of(willard.stored(clinic).events()).examinations().all()).isEmpty();
  }

  @Test
  void aScoreWhoseTextIsNotOursIsATotalWithinItsScale() {
    var willard = willard();
    var nurse = ClinicBrowser.of(port, "nurse");
    var path = willard.course() + "/screening/examinations/INS-DN4";
    assertThat(nurse.get(path).body()).contains("Total score").doesNotContain("item-");
    var refused = nurse.post(path, Map.of("doneOn", "2026-01-12", "total", "11"));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("This score lies between");
    nurse.get(path);
    nurse.post(path, Map.of("doneOn", "2026-01-12", "total", "4"));
    assertThat(nurse.get(path).body()).contains("DN4 4: neuropathic pain is likely");
  }

  @Test
  @Verifies("H28")
  void whatWouldSettleItIsAListToPrint() {
    var page = ClinicBrowser.of(port, "nurse").get(willard().course() + "/screening/orders").body();
    assertThat(page)
        .contains("cannot decide yet")
        .contains("<h2>To ask the patient</h2>", "Is a psychosis active now?")
        .contains("Before the first infusion", "SCR-PMP-01")
        .contains("data-print");
  }

  @Test
  @Verifies("H37")
  void thePatientReadsTheSameVerdictInPlainWords() {
    var willard = willard();
    var nurse = ClinicBrowser.of(port, "nurse");
    var path = willard.course() + "/screening/explained";
    assertThat(nurse.get(path).body()).contains("Nothing is decided yet");
    willard.bloodPressure(clinic, "128", "78");
    willard.interview(nurse, ReferredPatient.OF_WILLARD);
    willard.assess(nurse);
    assertThat(nurse.get(path).body())
        .contains("nothing speaks against trying ketamine. That does not say that it will help")
        .contains("A look into the register of controlled medicines")
        .contains("does not cure chronic pain")
        .doesNotContain("SCR-");
    willard.answer(nurse, "ASK-PSYCHOSIS", "PRESENT");
    assertThat(nurse.get(path).body()).contains("The facts have changed since this was decided.");
    willard.assess(nurse);
    assertThat(nurse.get(path).body())
        .contains("ketamine is not right for you at this time")
        .contains("such as hearing or seeing what others do not");
  }

  @Test
  @Verifies({"H31", "H55"})
  void medicinesAreShownWithTheirInteractionsByRoute() {
    var page =
        ClinicBrowser.of(port, "nurse").get(willard().course() + "/screening/medicines").body();
    assertThat(page)
        .contains("Interactions by the route of ketamine", "by vein", "by nose", "by mouth")
        .contains("Several kinds of sedating medicine together");
  }
}

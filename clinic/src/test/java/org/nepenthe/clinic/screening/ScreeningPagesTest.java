package org.nepenthe.clinic.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.nepenthe.care.screening.Screened;
import org.nepenthe.care.screening.ScreeningState;
import org.nepenthe.clinic.ClinicBrowser;
import org.nepenthe.clinic.ClinicTest;
import org.nepenthe.clinic.ReferredPatient;
import org.nepenthe.evidence.Verifies;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@ClinicTest
class ScreeningPagesTest {
  @LocalServerPort int port;
  private final ApplicationContext clinic;

  ScreeningPagesTest(@Autowired ApplicationContext clinic) {
    this.clinic = clinic;
  }

  private ReferredPatient willard() {
    return ReferredPatient.of(clinic, port, ReferredPatient.WILLARD, "IND-CRPS");
  }

  @Test
  @Verifies("H28")
  void anEmptyInterviewDecidesNothing() {
    var page = willard().assess(ClinicBrowser.of(port, "nurse"));
    assertThat(page)
        .contains("<h2 id=\"verdict-title\">Cannot decide yet</h2>")
        .contains("What is not known is never taken for absent.")
        .contains("not on the chart, which does not say that it is absent; not asked yet")
        .contains("href=\"#ASK-PSYCHOSIS\"");
  }

  @Test
  void aPatientOfWhomEverythingIsKnownIsEligible() {
    var willard = willard();
    var nurse = ClinicBrowser.of(port, "nurse");
    willard.bloodPressure(clinic, "128", "78");
    willard.interview(nurse, ReferredPatient.OF_WILLARD);
    var page = willard.assess(nurse);
    assertThat(page)
        .contains("<h2 id=\"verdict-title\">Eligible</h2>")
        .contains("no clinician of this site has reviewed this");
    assertThat(willard.stored(clinic).events()).hasAtLeastOneElementOfType(Screened.class);
  }

  @Test
  @Verifies("H37")
  void everyRuleOpensToItsBasisAndToWhatSpeaksAgainst() {
    var page = willard().assess(ClinicBrowser.of(port, "nurse"));
    assertThat(page)
        .contains("id=\"rule-SCR-PSY-01\"", "Active psychosis is a relative contraindication")
        .contains("10.1097/AAP.0000000000000808", "strength B", "certainty low")
        .contains("read in a secondary report, not in the source")
        .contains("No clear benefit of ketamine by vein over placebo")
        .contains("What the article says, and what the evidence says")
        .contains("href=\"/knowledge/SCR-PSY-01\"");
  }

  @Test
  @Verifies("H30")
  void aPregnancyOnTheChartStandsAgainstTreatment() {
    var nakia = ReferredPatient.of(clinic, port, ReferredPatient.NAKIA, "IND-FIBROMYALGIA");
    var nurse = ClinicBrowser.of(port, "nurse");
    assertThat(nakia.assess(nurse))
        .contains("<h2 id=\"verdict-title\">Not eligible</h2>")
        .contains("on the chart: Normal pregnancy")
        .contains("Only a physician may override it");
    nakia.answer(nurse, "ASK-PREGNANT", "ABSENT");
    assertThat(nurse.get(nakia.course() + "/screening").body())
        .contains("The facts have changed since this verdict")
        .contains("contradiction: attested absent");
  }

  @Test
  void aPsychosisAttestedAsActiveStandsAgainstTreatmentOneThatIsNotDoesNot() {
    var daisy = ReferredPatient.of(clinic, port, ReferredPatient.DAISY, "IND-SPINAL");
    daisy.bloodPressure(clinic, "124", "76");
    var nurse = ClinicBrowser.of(port, "nurse");
    assertThat(nurse.get(daisy.course() + "/screening").body())
        .contains("Schizophrenia", "risperidone");
    daisy.answer(nurse, "ASK-PSYCHOSIS", "PRESENT");
    assertThat(daisy.assess(nurse))
        .contains("<h2 id=\"verdict-title\">Not eligible</h2>")
        .contains("attested present by Tom Berger");
    daisy.answer(nurse, "ASK-PSYCHOSIS", "ABSENT");
    assertThat(daisy.assess(nurse))
        .contains("<h2 id=\"verdict-title\">Cannot decide yet</h2>")
        .contains("came out differently");
    assertThat(ScreeningState.of(daisy.stored(clinic).events()).decisions()).hasSize(2);
  }

  @Test
  @Verifies("H33")
  void aChangedFactShowsTheDifferenceAndAsksToAssessAgain() {
    var willard = willard();
    var nurse = ClinicBrowser.of(port, "nurse");
    willard.bloodPressure(clinic, "126", "76");
    willard.interview(nurse, ReferredPatient.OF_WILLARD);
    willard.assess(nurse);
    willard.answer(nurse, "ASK-IOP", "PRESENT");
    assertThat(nurse.get(willard.course() + "/screening").body())
        .contains("The facts have changed since this verdict: assess again before relying on it")
        .contains("attested absent", "attested present");
    assertThat(nurse.get(willard.course() + "/consent").body())
        .contains("The facts have changed since eligibility was assessed. Was eligible on")
        .contains("now not eligible, because Raised eye pressure: attested present by Tom Berger")
        .doesNotContain("Sign as witness");
    assertThat(ClinicBrowser.of(port, "physician").get(willard.course() + "/plan").body())
        .contains("The facts have changed since eligibility was assessed.");
  }

  @Test
  void oneTapStoresOneAnswerAndGivesItsRowBack() {
    var willard = willard();
    var nurse = ClinicBrowser.of(port, "nurse");
    nurse.get(willard.course() + "/screening");
    var tap =
        Map.of(
            "key", UUID.randomUUID().toString(),
            "question", "ASK-ICP",
            "answer", "ABSENT");
    var row = nurse.post(willard.course() + "/screening/answers", tap, "HX-Request", "true");
    assertThat(row.statusCode()).isEqualTo(200);
    assertThat(row.body())
        .contains("id=\"ASK-ICP\"", "absent, Tom Berger", "counts until", "hx-swap-oob")
        .doesNotContain("<html");
    nurse.post(willard.course() + "/screening/answers", tap, "HX-Request", "true");
    assertThat(ScreeningState.of(willard.stored(clinic).events()).interview().answers()).hasSize(1);
  }

  @Test
  void anAnswerThatIsNoneIsRefusedBesideTheQuestion() {
    var willard = willard();
    var nurse = ClinicBrowser.of(port, "nurse");
    nurse.get(willard.course() + "/screening");
    var answer = willard.answer(nurse, "ASK-ICP", "MAYBE", Map.of("note", "seen in 2024"));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("Choose present, absent or not known.", "value=\"seen in 2024\"");
    assertThat(willard.answer(nurse, "ASK-NOTHING", "ABSENT").statusCode()).isEqualTo(400);
    assertThat(ScreeningState.of(willard.stored(clinic).events()).interview().answers()).isEmpty();
  }

  @Test
  @Verifies("H39")
  void whoeverAnswersWhatSomebodyElseJustAnsweredIsTold() {
    var willard = willard();
    var nurse = ClinicBrowser.of(port, "nurse");
    var physician = ClinicBrowser.of(port, "physician");
    nurse.get(willard.course() + "/screening");
    physician.get(willard.course() + "/screening");
    willard.answer(physician, "ASK-IOP", "PRESENT", Map.of("seen", "never"));
    var late = willard.answer(nurse, "ASK-IOP", "ABSENT", Map.of("seen", "never"));
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("answered \"present\"");
    assertThat(ScreeningState.of(willard.stored(clinic).events()).interview().answers()).hasSize(1);
  }

  @Test
  void onlyAPhysicianSaysThatAnEntryOfTheChartDoesNotHold() {
    var nakia = ReferredPatient.of(clinic, port, ReferredPatient.NAKIA, "IND-FIBROMYALGIA");
    var gone = Map.of("refutes", "Normal pregnancy", "note", "gave birth in May");
    var nurse = ClinicBrowser.of(port, "nurse");
    nurse.get(nakia.course() + "/screening");
    assertThat(nakia.answer(nurse, "ASK-PREGNANT", "ABSENT", gone).body())
        .contains("Only a physician may say that an entry does not hold.");
    var physician = ClinicBrowser.of(port, "physician");
    physician.get(nakia.course() + "/screening");
    assertThat(
            nakia
                .answer(physician, "ASK-PREGNANT", "ABSENT", Map.of("refutes", "Normal pregnancy"))
                .body())
        .contains("Say how you know that the entry does not hold.");
    assertThat(nakia.answer(physician, "ASK-PREGNANT", "ABSENT", gone).statusCode()).isEqualTo(302);
    assertThat(nakia.assess(physician)).contains("gave birth in May").doesNotContain("overrule");
    var pregnancy =
        ScreeningState.of(nakia.stored(clinic).events()).latest().orElseThrow().reasons().stream()
            .filter(reason -> reason.rule().value().equals("SCR-PRG-01"))
            .findFirst()
            .orElseThrow();
    assertThat(pregnancy.verdict().getClass().getSimpleName()).isEqualTo("NotMet");
  }

  @Test
  void whoMayNotAnswerSeesTheVerdictAndNoButtons() {
    var willard = willard();
    var auditor = ClinicBrowser.of(port, "auditor");
    assertThat(auditor.get(willard.course() + "/screening").body())
        .doesNotContain("screening/assess");
    assertThat(willard.answer(auditor, "ASK-ICP", "ABSENT").statusCode()).isEqualTo(403);
    assertThat(
            ClinicBrowser.of(port, "frontdesk").get(willard.course() + "/screening").statusCode())
        .isEqualTo(403);
  }
}

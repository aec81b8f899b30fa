package org.nepenthe.clinic.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.nepenthe.care.consent.ConsentSigned;
import org.nepenthe.care.consent.TeachBack;
import org.nepenthe.clinic.ClinicBrowser;
import org.nepenthe.clinic.ClinicTest;
import org.nepenthe.clinic.ReferredPatient;
import org.nepenthe.knowledge.KnowledgeBase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@ClinicTest
class ConsentPagesTest {
  private static final Pattern TEXT = Pattern.compile("name=\"text\" value=\"([0-9a-f]{64})\"");

  @LocalServerPort int port;
  private final ApplicationContext clinic;

  ConsentPagesTest(@Autowired ApplicationContext clinic) {
    this.clinic = clinic;
  }

  private ReferredPatient referred() {
    return ReferredPatient.of(clinic, port, ReferredPatient.WILLARD, "IND-CRPS");
  }

  private ReferredPatient eligible() {
    var willard = referred();
    var nurse = ClinicBrowser.of(port, "nurse");
    willard.bloodPressure(clinic, "122", "72");
    willard.interview(nurse, ReferredPatient.OF_WILLARD);
    willard.assess(nurse);
    return willard;
  }

  private static Map<String, String> signature(String page, String password) {
    var fields = new LinkedHashMap<String, String>();
    TEXT.matcher(page).results().findFirst().ifPresent(text -> fields.put("text", text.group(1)));
    fields.put("key", UUID.randomUUID().toString());
    fields.put("signedBy", "Willard Cummings");
    fields.put("explained", "yes");
    fields.put("password", password);
    return fields;
  }

  private static final TeachBack QUESTIONS =
      TeachBack.of(KnowledgeBase.shipped(), LocalDate.of(2026, 11, 22));

  /// Answers to all questions: the right ones, but for one.
  private static Map<String, String> answers(String wrongOne) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("questions", QUESTIONS.contentHash());
    for (var question : QUESTIONS.questions()) {
      var answer = question.key().equals(wrongOne) ? question.wrong().getFirst() : question.right();
      fields.put("answer-" + question.key(), Integer.toString(question.answers().indexOf(answer)));
    }
    return fields;
  }

  private ReferredPatient understanding(ClinicBrowser nurse) {
    var willard = eligible();
    var path = willard.course() + "/consent";
    nurse.get(path);
    assertThat(nurse.post(path + "/questions", answers("none")).statusCode()).isEqualTo(302);
    return willard;
  }

  private long signatures(ReferredPatient patient) {
    return patient.stored(clinic).events().stream().filter(ConsentSigned.class::isInstance).count();
  }

  @Test
  void beforeEligibilityTheTextIsReadAndNotSigned() {
    var willard = referred();
    var nurse = ClinicBrowser.of(port, "nurse");
    var page = nurse.get(willard.course() + "/consent").body();
    assertThat(page)
        .contains("Not approved for this use", "What this rests on")
        .contains("Eligibility has not been assessed.")
        .doesNotContain("Sign as witness");
    nurse.get(willard.course() + "/screening");
    var answer = nurse.post(willard.course() + "/consent", signature(page, ClinicBrowser.PASSWORD));
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(signatures(willard)).isZero();
  }

  @Test
  void signedBeforeAWitnessWithTheVersionThatWasRead() {
    var nurse = ClinicBrowser.of(port, "nurse");
    var willard = understanding(nurse);
    var path = willard.course() + "/consent";
    var page = nurse.get(path).body();
    var wrong = nurse.post(path, signature(page, "wrong"));
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("That is not the password.", "value=\"Willard Cummings\"");
    var fields = signature(page, ClinicBrowser.PASSWORD);
    assertThat(nurse.post(path, fields).statusCode()).isEqualTo(302);
    assertThat(nurse.post(path, fields).statusCode()).isEqualTo(302);
    assertThat(signatures(willard)).isEqualTo(1);
    assertThat(nurse.get(path).body())
        .contains("The patient consents", "Willard Cummings", "before Tom Berger");
  }

  @Test
  void anotherTextThanTheOneInForceIsNotSigned() {
    var nurse = ClinicBrowser.of(port, "nurse");
    var willard = understanding(nurse);
    var path = willard.course() + "/consent";
    nurse.get(path);
    var fields = new LinkedHashMap<>(signature("", ClinicBrowser.PASSWORD));
    fields.put("text", "0".repeat(64));
    assertThat(nurse.post(path, fields).statusCode()).isEqualTo(409);
    assertThat(signatures(willard)).isZero();
  }

  @Test
  void withoutNameOrExplanationNothingIsSigned() {
    var nurse = ClinicBrowser.of(port, "nurse");
    var willard = understanding(nurse);
    var path = willard.course() + "/consent";
    var fields = signature(nurse.get(path).body(), ClinicBrowser.PASSWORD);
    fields.put("signedBy", " ");
    fields.remove("explained");
    assertThat(nurse.post(path, fields).body())
        .contains("Write the name as the patient signed it.", "Explain the text first");
    assertThat(signatures(willard)).isZero();
  }

  @Test
  void withdrawnInThePatientsWords() {
    var nurse = ClinicBrowser.of(port, "nurse");
    var willard = understanding(nurse);
    var path = willard.course() + "/consent";
    nurse.post(path, signature(nurse.get(path).body(), ClinicBrowser.PASSWORD));
    nurse.get(path);
    nurse.post(path + "/withdraw", Map.of("words", "I would rather not"));
    assertThat(nurse.get(path).body())
        .contains("The patient has withdrawn consent", "I would rather not", "Sign as witness");
  }

  @Test
  void aWrongAnswerIsExplainedAndAskedAgainBeforeAnybodySigns() {
    var willard = eligible();
    var nurse = ClinicBrowser.of(port, "nurse");
    var path = willard.course() + "/consent";
    var page = nurse.get(path).body();
    assertThat(page).contains("Record the answers").doesNotContain("Sign as witness");
    assertThat(nurse.post(path, signature(page, ClinicBrowser.PASSWORD)).statusCode())
        .isEqualTo(409);
    assertThat(nurse.post(path + "/questions", answers("drive")).statusCode()).isEqualTo(302);

    var again = nurse.get(path).body();
    assertThat(again)
        .contains("Explain it again:", "answer-drive", "7 of 8 are answered; 1 left")
        .doesNotContain("answer-cure", "Sign as witness");
    assertThat(nurse.post(path + "/questions", answers("none")).statusCode()).isEqualTo(302);
    assertThat(nurse.get(path).body())
        .contains("All 8 answered", "Sign as witness", "7 of 8 rightly", "1 of 1 rightly");
    assertThat(signatures(willard)).isZero();
  }

  @Test
  void aQuestionLeftOutIsAskedBesideItsField() {
    var willard = eligible();
    var nurse = ClinicBrowser.of(port, "nurse");
    var path = willard.course() + "/consent";
    nurse.get(path);
    var fields = answers("none");
    fields.remove("answer-feel");
    var answer = nurse.post(path + "/questions", fields);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("Ask this question too.");
    fields.put("questions", "0".repeat(64));
    assertThat(nurse.post(path + "/questions", fields).statusCode()).isEqualTo(409);
  }
}

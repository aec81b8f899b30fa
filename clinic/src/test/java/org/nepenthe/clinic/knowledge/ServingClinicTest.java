package org.nepenthe.clinic.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.Role;
import org.nepenthe.care.screening.Screened;
import org.nepenthe.clinic.ClinicApplication;
import org.nepenthe.clinic.ClinicBrowser;
import org.nepenthe.clinic.ClinicDatabase;
import org.nepenthe.clinic.ReferredPatient;
import org.nepenthe.clinic.security.AccessRules;
import org.nepenthe.clinic.security.account.Accounts;
import org.nepenthe.clinic.security.account.DemonstrationUsers;
import org.nepenthe.clinic.security.account.NewAccount;
import org.nepenthe.clinic.security.account.Passwords;
import org.nepenthe.evidence.Verifies;
import org.nepenthe.knowledge.KnowledgeBase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/// A clinic that serves patients, from a knowledge in draft to a verdict.
@SpringBootTest(classes = ClinicApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("serve")
@ContextConfiguration(initializers = ClinicDatabase.OfTheContext.class)
class ServingClinicTest {
  private static final String VERSION =
      "/knowledge/versions/" + KnowledgeBase.shipped().contentHash();

  private static final String PAGE = "The knowledge is not approved yet";

  @LocalServerPort int port;
  private final Map<String, ClinicBrowser> browsers = new HashMap<>();
  private final ApplicationContext clinic;

  ServingClinicTest(@Autowired ApplicationContext clinic) {
    this.clinic = clinic;
  }

  @Test
  @Verifies("H70")
  void nothingIsDecidedUntilTwoPeopleHaveSignedAndNothingAfterAWithdrawal() {
    people();
    var nurse = ClinicBrowser.of(port, "nurse");
    var patient = ReferredPatient.of(clinic, port, ReferredPatient.WILLARD, "IND-CRPS");
    patient.bloodPressure(clinic, "128", "78");
    patient.interview(nurse, ReferredPatient.OF_WILLARD);

    refused(nurse, patient);
    var plan = ClinicBrowser.of(port, "physician").get(patient.course() + "/plan").body();
    assertThat(plan).contains(KnowledgeNotApproved.SENTENCE, "href=\"/knowledge/versions\"");

    var pharmacist = ClinicBrowser.of(port, "pharmacist");
    assertThat(sign(pharmacist, "REVIEWED", ClinicBrowser.PASSWORD)).isEqualTo(302);
    assertThat(sign(pharmacist, "APPROVED", ClinicBrowser.PASSWORD)).isEqualTo(422);
    assertThat(sign(nurse, "APPROVED", ClinicBrowser.PASSWORD)).isEqualTo(403);
    var physician = ClinicBrowser.of(port, "physician");
    assertThat(sign(physician, "APPROVED", "not-the-password")).isEqualTo(422);
    refused(nurse, patient);
    assertThat(sign(physician, "APPROVED", ClinicBrowser.PASSWORD)).isEqualTo(302);
    assertThat(physician.get(VERSION).body())
        .contains("approved by two people of this site", "Mira Castell", "Dr Ines Okafor")
        .contains("read it, all of it");

    assertThat(patient.assess(nurse))
        .contains("<h2 id=\"verdict-title\">Eligible</h2>")
        .contains("approved at this site")
        .doesNotContain("no clinician of this site has reviewed this");

    assertThat(sign(pharmacist, "WITHDREW", ClinicBrowser.PASSWORD)).isEqualTo(302);
    nurse.get(patient.course() + "/screening");
    assertThat(nurse.post(patient.course() + "/screening/assess", Map.of()).statusCode())
        .isEqualTo(409);
  }

  /// Ids that belong to nothing: what is refused is refused before anything is looked for.
  @Test
  @Verifies("H70")
  void whatDecidesIsRefusedAndWhatDoesNotDecideIsNot() {
    people();
    for (var act : DecidingActs.deciding()) {
      var answer = sent(act);
      assertThat(answer.statusCode()).as(act).isEqualTo(409);
      assertThat(answer.body()).as(act).contains(PAGE, "What goes on meanwhile");
    }
    for (var act : DecidingActs.goingOn()) {
      if (DecidingActs.goesOn(act).orElseThrow() != DecidingActs.GoesOn.HOUSEKEEPING) {
        assertThat(sent(act).body()).as(act).doesNotContain(PAGE);
      }
    }
  }

  private HttpResponse<String> sent(String act) {
    var path =
        act.replaceAll("\\{number}", "1").replaceAll("\\{[^/]+}", UUID.randomUUID().toString());
    var role =
        AccessRules.allows(Role.PHYSICIAN, "POST", path)
            ? "physician"
            : AccessRules.allows(Role.NURSE, "POST", path) ? "nurse" : "frontdesk";
    var person = browsers.computeIfAbsent(role, login -> ClinicBrowser.of(port, login));
    person.get("/account");
    return person.post(path, Map.of());
  }

  private void refused(ClinicBrowser nurse, ReferredPatient patient) {
    nurse.get(patient.course() + "/screening");
    var answer = nurse.post(patient.course() + "/screening/assess", Map.of());
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("The knowledge is not approved yet", "Nothing was stored.");
    assertThat(patient.stored(clinic).events()).noneMatch(Screened.class::isInstance);
  }

  private static int sign(ClinicBrowser person, String meaning, String password) {
    person.get(VERSION);
    return person
        .post(
            VERSION + "/signatures",
            Map.of("meaning", meaning, "reason", "read it, all of it", "password", password))
        .statusCode();
  }

  private void people() {
    var accounts = clinic.getBean(Accounts.class);
    var hash = clinic.getBean(Passwords.class).hash(ClinicBrowser.PASSWORD);
    for (var person : DemonstrationUsers.PEOPLE) {
      if (accounts.findByLogin(person.login()).isEmpty()) {
        accounts.create(
            new NewAccount(person.login(), person.name(), person.role(), hash, false, false),
            "user-" + person.login(),
            new Actor("test", "Test", Role.SYSTEM));
      }
    }
  }
}

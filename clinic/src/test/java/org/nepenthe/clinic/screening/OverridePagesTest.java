package org.nepenthe.clinic.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.nepenthe.care.screening.ScreeningState;
import org.nepenthe.clinic.ClinicBrowser;
import org.nepenthe.clinic.ClinicTest;
import org.nepenthe.clinic.ReferredPatient;
import org.nepenthe.evidence.Verifies;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@ClinicTest
class OverridePagesTest {
  @LocalServerPort int port;
  private final ApplicationContext clinic;

  OverridePagesTest(@Autowired ApplicationContext clinic) {
    this.clinic = clinic;
  }

  private static Map<String, String> signed(String password) {
    return Map.of(
        "reason", "SPECIALIST_AGREES",
        "words", "Ophthalmology agrees; pressure is measured before and after",
        "password", password);
  }

  /// Everything is known, and one relative contraindication is attested.
  private ReferredPatient raisedEyePressure() {
    var willard = ReferredPatient.of(clinic, port, ReferredPatient.WILLARD, "IND-CRPS");
    var nurse = ClinicBrowser.of(port, "nurse");
    willard.bloodPressure(clinic, "124", "74");
    willard.interview(nurse, ReferredPatient.OF_WILLARD);
    willard.answer(nurse, "ASK-IOP", "PRESENT");
    willard.assess(nurse);
    return willard;
  }

  private long overrides(ReferredPatient patient) {
    return ScreeningState.of(patient.stored(clinic).events()).overrides().size();
  }

  @Test
  @Verifies("H35")
  void aNurseMayNotOverride() {
    var willard = raisedEyePressure();
    var path = willard.course() + "/screening/override/SCR-IOP-01";
    var nurse = ClinicBrowser.of(port, "nurse");
    assertThat(nurse.get(path).body())
        .contains("Only a physician may override a relative contraindication.")
        .doesNotContain("Sign the override");
    nurse.get(willard.course() + "/screening");
    var answer = nurse.post(path, signed(ClinicBrowser.PASSWORD));
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(overrides(willard)).isZero();
  }

  @Test
  @Verifies("H35")
  void aPhysicianOverridesWithReasonWordsAndPasswordAndItStaysOnThePage() {
    var willard = raisedEyePressure();
    var path = willard.course() + "/screening/override/SCR-IOP-01";
    var physician = ClinicBrowser.of(port, "physician");
    physician.get(path);
    var wrong = physician.post(path, signed("not the password"));
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body())
        .contains("That is not the password.", "Ophthalmology agrees")
        .doesNotContain("not the password\"");
    assertThat(physician.post(path, Map.of("reason", "SPECIALIST_AGREES")).body())
        .contains("Say in your own words why.");
    assertThat(overrides(willard)).isZero();
    assertThat(physician.post(path, signed(ClinicBrowser.PASSWORD)).statusCode()).isEqualTo(302);
    assertThat(overrides(willard)).isEqualTo(1);
    assertThat(physician.get(willard.course() + "/screening").body())
        .contains("<h2 id=\"verdict-title\">Eligible by override</h2>")
        .contains("Overridden: Raised eye pressure", "Ophthalmology agrees");
    assertThat(physician.get(path).body())
        .contains("Already overridden")
        .doesNotContain("Sign the override");
  }

  @Test
  void theSameSignatureSentTwiceIsOneOverride() {
    var willard = raisedEyePressure();
    var path = willard.course() + "/screening/override/SCR-IOP-01";
    var physician = ClinicBrowser.of(port, "physician");
    physician.get(path);
    var fields = new LinkedHashMap<>(signed(ClinicBrowser.PASSWORD));
    fields.put("key", UUID.randomUUID().toString());
    assertThat(physician.post(path, fields).statusCode()).isEqualTo(302);
    assertThat(physician.post(path, fields).statusCode()).isEqualTo(302);
    assertThat(overrides(willard)).isEqualTo(1);
  }

  @Test
  @Verifies("H35")
  void nobodyOverridesAnAllergy() {
    var willard = ReferredPatient.of(clinic, port, ReferredPatient.WILLARD, "IND-CRPS");
    var physician = ClinicBrowser.of(port, "physician");
    physician.get(willard.course() + "/screening");
    willard.answer(physician, "ASK-ALLERGY", "PRESENT");
    assertThat(willard.assess(physician))
        .contains("Nobody may override it")
        .doesNotContain("override/SCR-ALL-01");
    var path = willard.course() + "/screening/override/SCR-ALL-01";
    assertThat(physician.get(path).body())
        .contains("An absolute contraindication cannot be overridden.")
        .doesNotContain("Sign the override");
    physician.get(willard.course() + "/screening");
    assertThat(physician.post(path, signed(ClinicBrowser.PASSWORD)).statusCode()).isEqualTo(403);
    assertThat(overrides(willard)).isZero();
  }

  @Test
  @Verifies("H35")
  void whatIsNotKnownCannotBeOverridden() {
    var willard = ReferredPatient.of(clinic, port, ReferredPatient.WILLARD, "IND-CRPS");
    var physician = ClinicBrowser.of(port, "physician");
    willard.assess(physician);
    var path = willard.course() + "/screening/override/SCR-PSY-01";
    assertThat(physician.get(path).body())
        .contains("get the fact, or attest it by name in the interview")
        .doesNotContain("Sign the override");
    physician.get(willard.course() + "/screening");
    assertThat(physician.post(path, signed(ClinicBrowser.PASSWORD)).statusCode()).isEqualTo(403);
    assertThat(physician.get(willard.course() + "/screening/override/NO-RULE").statusCode())
        .isEqualTo(404);
  }
}

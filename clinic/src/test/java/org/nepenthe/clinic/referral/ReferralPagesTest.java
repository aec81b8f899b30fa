package org.nepenthe.clinic.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nepenthe.care.referral.ReferralAmended;
import org.nepenthe.care.referral.ReferralState;
import org.nepenthe.clinic.ClinicBrowser;
import org.nepenthe.clinic.ClinicTest;
import org.nepenthe.clinic.ReferredPatient;
import org.nepenthe.clinic.course.Courses;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@ClinicTest
class ReferralPagesTest {
  @LocalServerPort int port;
  private final ApplicationContext clinic;

  ReferralPagesTest(@Autowired ApplicationContext clinic) {
    this.clinic = clinic;
  }

  @Test
  void aReferralOpensACourse() {
    var willard = ReferredPatient.of(clinic, port, ReferredPatient.WILLARD, "IND-CRPS");
    var page = ClinicBrowser.of(port, "frontdesk").get(willard.course() + "/referral").body();
    assertThat(page)
        .contains("Dr Rita Referrer", "Burning pain of the left hand", "26\u00a0months")
        .contains("gabapentin 900 mg a day", "too little benefit")
        .contains("grade B");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          painMonths   | 1,5        | Enter the whole number of months
          painMonths   | -3         | This cannot be a number of months
          painMonths   | 99999      | This cannot be a number of months
          receivedOn   | 2999-01-01 | This date is in the future
          receivedOn   | 12.1.2026  | Enter the date on which the referral came
          indication   | IND-NO     | Choose the kind of pain
          referrerName | ' '        | Enter who refers the patient
          failedTherapies[0].kind | MAGIC | Choose what sort of therapy it was
          """)
  void whatIsWrongIsSaidBesideTheFieldAndTheRestStaysTyped(
      String field, String typed, String message) {
    var patient = ReferredPatient.imported(clinic, ReferredPatient.WILLARD);
    var nurse = ClinicBrowser.of(port, "nurse");
    var path = "/patients/" + patient + "/referral";
    int before = clinic.getBean(Courses.class).of(patient).size();
    nurse.get(path);
    var fields = new LinkedHashMap<>(ReferredPatient.referral("IND-CRPS"));
    fields.put(field, typed);
    var answer = nurse.post(path, fields);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("href=\"#" + field + "\"", message, "gabapentin 900 mg a day");
    assertThat(clinic.getBean(Courses.class).of(patient)).hasSize(before);
  }

  @Test
  void theSameFormSentTwiceOpensOneCourse() {
    var patient = ReferredPatient.imported(clinic, ReferredPatient.WILLARD);
    var nurse = ClinicBrowser.of(port, "nurse");
    var path = "/patients/" + patient + "/referral";
    nurse.get(path);
    var fields = new LinkedHashMap<>(ReferredPatient.referral("IND-CRPS"));
    fields.put("key", UUID.randomUUID().toString());
    int before = clinic.getBean(Courses.class).of(patient).size();
    var first = ClinicBrowser.location(nurse.post(path, fields));
    var second = ClinicBrowser.location(nurse.post(path, fields));
    assertThat(second).isEqualTo(first).startsWith("/courses/");
    assertThat(clinic.getBean(Courses.class).of(patient)).hasSize(before + 1);
  }

  @Test
  void rowsAreAddedAndRemovedWithoutStoringAnything() {
    var patient = ReferredPatient.imported(clinic, ReferredPatient.WILLARD);
    var nurse = ClinicBrowser.of(port, "nurse");
    var path = "/patients/" + patient + "/referral";
    nurse.get(path);
    var fields = new LinkedHashMap<>(ReferredPatient.referral("IND-CRPS"));
    fields.put("failedTherapies[1].what", "amitriptyline");
    fields.put("add", "failedTherapies");
    var grown = nurse.post(path, fields);
    assertThat(grown.statusCode()).isEqualTo(200);
    assertThat(grown.body()).contains("name=\"failedTherapies[2].what\"", "amitriptyline");
    fields.remove("add");
    fields.put("remove", "failedTherapies[0]");
    assertThat(nurse.post(path, fields).body())
        .contains("amitriptyline")
        .doesNotContain("gabapentin 900 mg a day");
  }

  @Test
  void anAmendmentKeepsWhatWasSaidBeforeAndWantsAReason() {
    var willard = ReferredPatient.of(clinic, port, ReferredPatient.WILLARD, "IND-CRPS");
    var nurse = ClinicBrowser.of(port, "nurse");
    var path = willard.course() + "/referral/amend";
    assertThat(nurse.get(path).body()).contains("value=\"Dr Rita Referrer\"");
    var fields = new LinkedHashMap<>(ReferredPatient.referral("IND-NEUROPATHIC"));
    assertThat(nurse.post(path, fields).body()).contains("Say why the referral is amended.");
    fields.put("reason", "the letter was read again");
    assertThat(nurse.post(path, fields).statusCode()).isEqualTo(302);
    assertThat(nurse.get(willard.course() + "/referral").body())
        .contains("grade D", "Amended: the letter was read again");
    var events = willard.stored(clinic).events();
    assertThat(ReferralState.of(events).versions()).hasSize(2);
    assertThat(events).hasAtLeastOneElementOfType(ReferralAmended.class);
  }

  @Test
  void whoAmendsWhatSomebodyElseAmendedMeanwhileIsTold() {
    var willard = ReferredPatient.of(clinic, port, ReferredPatient.WILLARD, "IND-CRPS");
    var path = willard.course() + "/referral/amend";
    var nurse = ClinicBrowser.of(port, "nurse");
    var desk = ClinicBrowser.of(port, "frontdesk");
    nurse.get(path);
    desk.get(path);
    var fields = new LinkedHashMap<>(ReferredPatient.referral("IND-CRPS"));
    fields.put("reason", "telephone call");
    assertThat(nurse.post(path, fields).statusCode()).isEqualTo(302);
    var late = desk.post(path, fields);
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("Nothing you entered was stored");
  }

  @Test
  void noPatientNoCourse() {
    var nurse = ClinicBrowser.of(port, "nurse");
    var nobody = UUID.randomUUID();
    assertThat(nurse.get("/patients/" + nobody + "/referral").statusCode()).isEqualTo(404);
    assertThat(nurse.get("/courses/" + nobody + "/referral").statusCode()).isEqualTo(404);
    assertThat(nurse.get("/courses/" + nobody + "/screening").statusCode()).isEqualTo(404);
    assertThat(nurse.get("/courses/" + nobody + "/consent").statusCode()).isEqualTo(404);
    var other = ClinicBrowser.of(port, "auditor");
    other.get("/account");
    assertThat(other.post("/patients/" + nobody + "/referral", Map.of()).statusCode())
        .isEqualTo(403);
  }
}

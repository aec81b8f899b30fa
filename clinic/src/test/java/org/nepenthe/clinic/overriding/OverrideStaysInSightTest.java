package org.nepenthe.clinic.overriding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nepenthe.care.decision.CourseId;
import org.nepenthe.clinic.ClinicBrowser;
import org.nepenthe.clinic.ClinicTest;
import org.nepenthe.clinic.ReferredPatient;
import org.nepenthe.clinic.Treatment;
import org.nepenthe.evidence.Verifies;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// An override stands on every page of its patient, whatever is decided after it.
@ClinicTest
class OverrideStaysInSightTest {
  private static final List<String> OF_THE_COURSE =
      List.of(
          "referral",
          "screening",
          "screening/explained",
          "screening/orders",
          "screening/override/SCR-IOP-01",
          "consent",
          "plan",
          "plan/beside",
          "series",
          "approval",
          "followup",
          "decision");
  private static final List<String> OF_THE_INFUSION = List.of("live", "record", "recovery");

  @LocalServerPort int port;
  @Autowired ApplicationContext clinic;

  private ReferredPatient overridden() {
    var willard = ReferredPatient.of(clinic, port, ReferredPatient.WILLARD, "IND-CRPS");
    var nurse = ClinicBrowser.of(port, "nurse");
    willard.bloodPressure(clinic, "124", "74");
    willard.interview(nurse, ReferredPatient.OF_WILLARD);
    willard.answer(nurse, "ASK-IOP", "PRESENT");
    willard.assess(nurse);
    var physician = ClinicBrowser.of(port, "physician");
    var path = willard.course() + "/screening/override/SCR-IOP-01";
    physician.get(path);
    physician.post(
        path,
        Map.of(
            "reason", "SPECIALIST_AGREES",
            "words", "Ophthalmology agrees in writing",
            "password", ClinicBrowser.PASSWORD));
    return willard;
  }

  private void standsEverywhere(ReferredPatient willard, Treatment treated, String when) {
    var physician = ClinicBrowser.of(port, "physician");
    for (var page : OF_THE_COURSE) {
      stands(physician, willard.course() + "/" + page, when);
    }
    for (var page : OF_THE_INFUSION) {
      stands(physician, treated.infusionPath(page), when);
    }
    stands(physician, "/patients/" + willard.patient() + "/laboratory", when);
    stands(physician, "/patients/" + willard.patient() + "/measurements", when);
    assertThat(physician.get("/patients/" + willard.patient()).body())
        .as(when)
        .contains("id=\"overrides\"")
        .contains("Ophthalmology agrees in writing")
        .contains("the specialist responsible for the condition agrees");
  }

  private static void stands(ClinicBrowser reader, String path, String when) {
    var answer = reader.get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    assertThat(answer.body())
        .as(path + " " + when)
        .containsPattern("banner-overridden\">(?s).{0,200}Raised eye pressure");
  }

  /// Once with the override in force; once after a later decision to which it no longer applies.
  @Verifies({"H35", "H36"})
  @Test
  void onEveryPageOfThePatientAndAfterAnotherDecision() {
    var willard = overridden();
    var treated =
        Treatment.of(clinic, willard.patient(), CourseId.of(willard.course().substring(9)))
            .given(10);
    standsEverywhere(willard, treated, "while it holds");

    var nurse = ClinicBrowser.of(port, "nurse");
    nurse.get(willard.course() + "/screening");
    willard.answer(nurse, "ASK-IOP", "ABSENT");
    willard.assess(nurse);

    standsEverywhere(willard, treated, "after another decision");
  }
}

package org.nepenthe.clinic.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nepenthe.care.referral.TherapyKind;
import org.nepenthe.care.screening.ScreeningState;
import org.nepenthe.care.screening.interview.TrialJudged.Judgement;
import org.nepenthe.clinic.ClinicBrowser;
import org.nepenthe.clinic.ClinicTest;
import org.nepenthe.clinic.ReferredPatient;
import org.nepenthe.evidence.Verifies;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// Earlier therapies in the pages: what the referral names, and what a clinician says of each kind.
@ClinicTest
class TrialPagesTest {
  private static final String NAMED =
      "gabapentin 900 mg a day, six months (too little benefit), whether it was enough cannot be told";

  @LocalServerPort int port;
  private final ApplicationContext clinic;

  TrialPagesTest(@Autowired ApplicationContext clinic) {
    this.clinic = clinic;
  }

  @Test
  @Verifies("H28")
  void eachKindIsShownWithWhatIsKnownAndJudgedByName() {
    var nurse = ClinicBrowser.of(port, "nurse");
    var willard = ReferredPatient.of(clinic, port, ReferredPatient.WILLARD, "IND-CRPS");
    var path = willard.course() + "/screening/trials";
    assertThat(nurse.get(willard.course() + "/screening").body()).contains(NAMED);
    assertThat(nurse.get(path).body())
        .contains("not yet tried well enough: not known")
        .contains("whether it was enough cannot be told")
        .contains("No source that could be read gives a dose or a length");

    assertThat(nurse.post(path, Map.of()).statusCode()).isEqualTo(422);
    nurse.get(path);
    var answer =
        nurse.post(
            path,
            Map.of(
                "judgement-GABAPENTINOID", "NOT_TOLERATED",
                "note-GABAPENTINOID", "fell twice",
                "judgement-TOPICAL", "NOT_TRIED"));
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(nurse.get(path).body())
        .contains("not yet tried well enough: applies")
        .contains("fell twice");
    assertThat(ScreeningState.of(willard.stored(clinic).events()).trials())
        .extracting(trial -> trial.kind() + " " + trial.judgement())
        .containsExactlyInAnyOrder(
            TherapyKind.GABAPENTINOID + " " + Judgement.NOT_TOLERATED,
            TherapyKind.TOPICAL + " " + Judgement.NOT_TRIED);
    assertThat(willard.assess(nurse))
        .contains("trial of a therapy")
        .contains("gabapentinoid: stopped for side effects, or cannot be given (fell twice)");
  }

  @Test
  void theFrontDeskJudgesNothing() {
    var willard = ReferredPatient.of(clinic, port, ReferredPatient.WILLARD, "IND-CRPS");
    var desk = ClinicBrowser.of(port, "frontdesk");
    desk.get(willard.course() + "/screening");
    var answer =
        desk.post(willard.course() + "/screening/trials", Map.of("judgement-TOPICAL", "ADEQUATE"));
    assertThat(answer.statusCode()).isIn(403, 404);
    assertThat(ScreeningState.of(willard.stored(clinic).events()).trials()).isEmpty();
  }
}

package org.nepenthe.clinic.board;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.nepenthe.clinic.ClinicBrowser;
import org.nepenthe.clinic.ClinicTest;
import org.nepenthe.clinic.Treatment;
import org.nepenthe.evidence.Verifies;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@ClinicTest
class TodayPageTest {
  @LocalServerPort int port;
  @Autowired ApplicationContext clinic;

  @Test
  void aChairIsTwoTouchesAway() {
    var running =
        Treatment.of(clinic, "Chairone").planned(30).approved(25).opened(20).looked(6).started(5);
    var recovering = Treatment.of(clinic, "Chairtwo").given(15);

    var board = ClinicBrowser.of(port, "nurse").get("/");

    assertThat(board.body())
        .contains(
            "CHAIRONE, Tess",
            "href=\"" + running.infusionPath("live") + "\"",
            "CHAIRTWO, Tess",
            "href=\"" + recovering.infusionPath("recovery") + "\"",
            "Recovering")
        .doesNotContain("class=\"banner\"");
  }

  /// Nobody looked for 15 min, and the schedule asks for it every 10 min.
  @Test
  @Verifies("H14")
  void overdueObservationsAreSaidOnTheBoard() {
    Treatment.of(clinic, "Overdue").planned(40).approved(35).opened(30).looked(16).started(15);

    assertThat(ClinicBrowser.of(port, "nurse").get("/board").body())
        .contains("OVERDUE, Tess", "Observations overdue since");
  }

  @Test
  void whoeverWaitsStandsAtTheirStep() {
    var referred =
        org.nepenthe.clinic.ReferredPatient.of(
            clinic, port, org.nepenthe.clinic.ReferredPatient.NAKIA, "IND-FIBROMYALGIA");

    assertThat(ClinicBrowser.of(port, "nurse").get("/").body())
        .contains("To screen", "href=\"" + referred.course() + "/screening\"");
  }

  /// Found eligible, then a pressure of 190 came: the nurse reads why without opening the course,
  /// and the front desk only that something has changed.
  @Test
  @Verifies({"H29", "H33"})
  void aVerdictThatNoLongerHoldsIsSaidOnTheBoard() {
    var referred =
        org.nepenthe.clinic.ReferredPatient.of(
            clinic, port, org.nepenthe.clinic.ReferredPatient.WILLARD, "IND-CRPS");
    var nurse = ClinicBrowser.of(port, "nurse");
    referred.bloodPressure(clinic, "124", "76");
    referred.interview(nurse, org.nepenthe.clinic.ReferredPatient.OF_WILLARD);
    referred.assess(nurse);
    assertThat(nurse.get("/board").body()).doesNotContain("verdict no longer holds");

    referred.bloodPressure(clinic, "190", "76");

    assertThat(nurse.get("/board").body())
        .contains("verdict no longer holds", "now not eligible, because", "190 mmHg");
    assertThat(ClinicBrowser.of(port, "frontdesk").get("/board").body())
        .contains("verdict no longer holds")
        .doesNotContain("190 mmHg");
  }

  @Test
  @Verifies("H47")
  void theFrontDeskIsLedToTheEscort() {
    var running =
        Treatment.of(clinic, "Deskchair").planned(30).approved(25).opened(20).looked(6).started(5);

    assertThat(ClinicBrowser.of(port, "frontdesk").get("/").body())
        .contains("href=\"" + running.infusionPath("escort") + "\"")
        .doesNotContain(running.infusionPath("live"));
  }
}

package org.nepenthe.clinic.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.nepenthe.clinic.ClinicBrowser;
import org.nepenthe.clinic.ClinicTest;
import org.nepenthe.clinic.Treatment;
import org.nepenthe.clinic.record.EventRecord;
import org.nepenthe.evidence.Verifies;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@ClinicTest
class LogPagesTest {
  @LocalServerPort int port;
  @Autowired ApplicationContext clinic;
  @Autowired EventRecord record;

  @Test
  @Verifies("H49")
  void aPatientsWholeLogIsReadWithItsProof() {
    var treatment = Treatment.of(clinic, "Logged").given(90);
    Treatment.of(clinic, "Elsewhere").given(80);
    var events = record.readAbout(treatment.patient());

    var page = ClinicBrowser.of(port, "auditor").get("/patients/" + treatment.patient() + "/log");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("The chains are intact", events.size() + " events in 2 streams recomputed")
        .contains("Infusion started", "Plan approved", "Nina Nurse, nurse");
    assertThat(events)
        .allSatisfy(event -> assertThat(page.body()).contains(event.hash().substring(0, 12)));
    assertThat(page.body().replace('\u00a0', ' ')).contains("<dd>52.5 mL/h</dd>");
  }

  @Test
  void theWholeClinicsLogIsProvedOnRequest() {
    Treatment.of(clinic, "Whole").given(90);
    var auditor = ClinicBrowser.of(port, "auditor");

    assertThat(auditor.get("/log").body()).contains("Infusion stopped");
    assertThat(auditor.get("/log/chains").body()).contains("The chains are intact");
  }

  @Test
  @Verifies("H47")
  void aNurseReadsNoLogAndAPhysicianOnePatients() {
    var path = "/patients/" + Treatment.of(clinic, "Private").given(90).patient() + "/log";

    assertThat(ClinicBrowser.of(port, "nurse").get(path).statusCode()).isEqualTo(403);
    assertThat(ClinicBrowser.of(port, "physician").get(path).statusCode()).isEqualTo(200);
    assertThat(ClinicBrowser.of(port, "physician").get("/log").statusCode()).isEqualTo(403);
  }
}

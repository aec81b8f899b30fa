package org.nepenthe.clinic.infusion.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.nepenthe.clinic.ClinicBrowser;
import org.nepenthe.clinic.ClinicTest;
import org.nepenthe.clinic.Treatment;
import org.nepenthe.clinic.record.EventRecord;
import org.nepenthe.clinic.record.StreamId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@ClinicTest
class SheetPagesTest {
  @LocalServerPort int port;
  @Autowired ApplicationContext clinic;
  @Autowired EventRecord record;

  /// 52.5 mL/h of 1 mg/mL for 40 min are 35 mg.
  @Test
  void everythingStandsOnPaper() {
    var treatment = Treatment.of(clinic, "Paper").given(90);
    var head = record.read(StreamId.of(treatment.infusion())).getLast().hash();

    var page = ClinicBrowser.of(port, "auditor").get(treatment.infusionPath("record"));

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body().replace('\u00a0', ' '))
        .contains(
            "PAPER, Tess",
            "<strong>35 mg</strong> of 35 mg",
            "Dr Dora, physician, signed",
            "Started at 52.5 mL/h",
            "Stopped: all given",
            "124",
            "Not closed:",
            head);
  }

  @Test
  void whatIsNotThereIsNotFound() {
    assertThat(
            ClinicBrowser.of(port, "nurse")
                .get("/infusions/" + java.util.UUID.randomUUID() + "/record")
                .statusCode())
        .isEqualTo(404);
  }
}

package org.nepenthe.clinic.infusion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nepenthe.clinic.ClinicBrowser;
import org.nepenthe.clinic.ClinicTest;
import org.nepenthe.clinic.overriding.Kind;
import org.nepenthe.clinic.overriding.Overrides;
import org.nepenthe.evidence.Verifies;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// What was taken since yesterday, in the pages: asked by a nurse, decided on by a physician.
@ClinicTest
class TakenPagesTest {
  @LocalServerPort int port;
  private final InfusionBench bench;
  private final Overrides overrides;

  TakenPagesTest(@Autowired ApplicationContext clinic) {
    this.overrides = clinic.getBean(Overrides.class);
    this.bench = new InfusionBench(clinic);
  }

  private static Map<String, String> said(String alcohol) {
    var fields = new HashMap<String, String>();
    for (var item : new String[] {"benzodiazepine", "gabapentinoid", "opioid"}) {
      fields.put("said-" + item, "NONE");
    }
    fields.put("said-alcohol", alcohol);
    return fields;
  }

  private void start(ClinicBrowser by, InfusionBench.Opened opened) {
    by.get(opened.path("prepare"));
    by.post(opened.path("start"), bench.form(opened, Map.of("rate", "52.5")));
  }

  @Test
  @Verifies("H31")
  void alcoholHoldsTheStartUntilAPhysicianSigns() {
    var nurse = ClinicBrowser.of(port, "nurse");
    var physician = ClinicBrowser.of(port, "physician");
    var opened = bench.ready();
    assertThat(nurse.get(opened.path("prepare")).body())
        .contains("Taken since yesterday", "no safe amount was found in the sources");

    var without = nurse.post(opened.path("prepare/taken"), bench.form(opened, said("TAKEN")));
    assertThat(without.statusCode()).isEqualTo(422);
    assertThat(without.body()).contains("Write down how much.", "Write down when.");

    nurse.get(opened.path("prepare"));
    var told = said("TAKEN");
    told.put("howMuch-alcohol", "three glasses of wine");
    told.put("when-alcohol", "last at ten in the evening");
    assertThat(nurse.post(opened.path("prepare/taken"), bench.form(opened, told)).statusCode())
        .isEqualTo(302);
    assertThat(nurse.get(opened.path("prepare")).body())
        .contains("three glasses of wine, last at ten in the evening")
        .contains("Waits for a physician")
        .doesNotContain("Sign: may start");
    start(nurse, opened);
    assertThat(bench.infusion(opened))
        .isInstanceOf(org.nepenthe.care.infusion.Infusion.Preparing.class);

    var signed =
        Map.of(
            "reason", "EXAMINED",
            "words", "awake, oriented, breath test zero",
            "password", ClinicBrowser.PASSWORD);
    assertThat(
            nurse
                .post(opened.path("prepare/taken/override"), bench.form(opened, signed))
                .statusCode())
        .isIn(403, 404);
    assertThat(physician.get(opened.path("prepare")).body()).contains("Sign: may start");
    physician.post(opened.path("prepare/taken/override"), bench.form(opened, signed));
    assertThat(nurse.get(opened.path("prepare")).body())
        .contains("Overridden: Alcohol: taken", "breath test zero");
    start(nurse, opened);
    assertThat(bench.infusion(opened))
        .isInstanceOf(org.nepenthe.care.infusion.Infusion.Infusing.class);
    assertThat(nurse.get(opened.path("live")).body())
        .contains("Since yesterday: Alcohol: taken, three glasses of wine")
        .contains("breath test zero");
    assertThat(nurse.get(opened.path("record")).body()).contains("Taken since yesterday: Alcohol");
    assertThat(overrides.of(opened.patient()))
        .filteredOn(
            one -> one.kind() == Kind.TAKEN && one.place().equals("/infusions/" + opened.id()))
        .singleElement()
        .satisfies(one -> {
          assertThat(one.said()).startsWith("Alcohol: taken, three glasses of wine");
          assertThat(one.reason()).startsWith("examined");
          assertThat(one.words()).isEqualTo("awake, oriented, breath test zero");
          assertThat(one.role()).isEqualTo("physician");
        });
  }
}

package org.nepenthe.clinic.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.Role;
import org.nepenthe.care.planning.AgreedBenefit;
import org.nepenthe.care.planning.Approval;
import org.nepenthe.care.planning.PlanFacts;
import org.nepenthe.care.planning.PlanProposed;
import org.nepenthe.care.planning.PlanRequest;
import org.nepenthe.care.planning.PlanResult;
import org.nepenthe.care.planning.Planning;
import org.nepenthe.care.planning.order.DosingWeight;
import org.nepenthe.clinic.ClinicBrowser;
import org.nepenthe.clinic.ClinicTest;
import org.nepenthe.clinic.Treatment;
import org.nepenthe.clinic.platform.display.ClinicTime;
import org.nepenthe.evidence.Verifies;
import org.nepenthe.knowledge.KnowledgeBase;
import org.nepenthe.quantity.BodyWeight;
import org.nepenthe.quantity.SolutionStrength;
import org.nepenthe.quantity.Volume;
import org.nepenthe.quantity.WeightNormalisedDose;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// Esketamine from the plan to the running infusion, as the pages show it: 0.6 mg/kg at 70 kg over
/// 6 h. Of 25 mg/mL that is 1.68 mL, measured as 1.6 mL or 40 mg; made up to 1 mg/mL 40 mL, at 6.6
/// mL/h, rounded down from 6.67. By hand.
@ClinicTest
class EsketaminePagesTest {
  private static final Actor DORA = new Actor("test-physician", "Dr Dora", Role.PHYSICIAN);
  @LocalServerPort int port;
  @Autowired ApplicationContext clinic;
  @Autowired KnowledgeBase knowledge;
  @Autowired InstantSource clock;
  @Autowired ClinicTime time;

  /// The form names both drugs in whole words, works the order out and says which models speak
  /// about esketamine and which do not.
  @Verifies({"H55", "H56"})
  @Test
  void thePlanPageOffersItByItsWholeNameAndForecastsItByItsOwnModels() {
    var physician = ClinicBrowser.of(port, "physician");
    var treatment = Treatment.of(clinic, "Esketa").planned(60);

    var page = text(physician.get(treatment.path("plan")));
    assertThat(page)
        .contains("Esketamine: six hours every two weeks, up to 0.2 mg/kg/h")
        .contains("No result of this trial is published")
        .contains("esketamine 25 mg/mL: 50 mg in a vial of 2 mL")
        .contains("ketamine 10 mg/mL: 200 mg in a vial of 20 mL")
        .contains("Milligrams of esketamine are not milligrams of ketamine")
        .doesNotContain("S-ketamine 25");

    var worked = physician.post(treatment.path("plan") + "/preview", fields("esketamine/25"));
    assertThat(worked.statusCode()).isEqualTo(200);
    assertThat(text(worked))
        .contains("40 mg of esketamine")
        .contains("1.6 mL")
        .contains("6.6 mL/h")
        .contains("by vein over")
        .contains("Kamp 2020")
        .contains("Domino 1984 is no model of esketamine");
  }

  @Verifies("H56")
  @Test
  void aProductOfTheOtherDrugIsRefusedBesideItsField() {
    var physician = ClinicBrowser.of(port, "physician");
    var treatment = Treatment.of(clinic, "Otherdrug").planned(60);
    physician.get(treatment.path("plan"));

    var refused = physician.post(treatment.path("plan"), fields("10"));

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(text(refused))
        .contains("The protocol is of esketamine, and this product is ketamine: another drug.");
  }

  /// Signed, drawn up and checked by two people, started, and shown at the chair by its name.
  @Verifies({"H08", "H56"})
  @Test
  void itIsSignedPreparedAndStartedUnderItsOwnName() {
    var nurse = ClinicBrowser.of(port, "nurse");
    var treatment = approved("Eska", "0.6");
    var two = new ChairsideSteps(clinic, approved("Twovials", "1.2"));
    assertThat(text(nurse.get(two.path("prepare"))))
        .contains("2 vials for one dose: is that meant? Ask before the second is opened.");
    assertThat(text(nurse.get(treatment.path("approval"))))
        .contains("40 mg of esketamine")
        .contains("No result of this trial is published")
        .contains("Medicines before it and for rescue")
        .contains("No medicine before the infusion was published with this protocol")
        .contains("ADJ-RSC-01")
        .contains("No dose could be read; the site sets it.");

    var chair = new ChairsideSteps(clinic, treatment);
    var prepare = text(nurse.get(chair.path("prepare")));
    assertThat(prepare)
        .contains("esketamine <strong>25 mg/mL</strong>, which is 50 mg in a vial of 2 mL")
        .contains("draw up <strong>1.6 mL</strong>")
        .contains("Beside esketamine, on this day")
        .contains("ADJ-RSC-04");

    chair.everythingBeforeTheStart();
    chair.start();

    var live = text(nurse.get(chair.path("live")));
    assertThat(live).contains("esketamine");
    var order = chair.plan().order();
    assertThat(order.dose().milligrams()).isEqualByComparingTo("40");
    assertThat(order.pumpRate().millilitresPerHour()).isEqualByComparingTo("6.6");
    assertThat(chair.infusion().log().deliveredAt(clock.instant().plusSeconds(3600)).doseAtMost())
        .matches(dose -> dose.moiety().genericName().equals("esketamine"));
  }

  /// A page with plain spaces between numbers and units.
  private static String text(HttpResponse<String> page) {
    return page.body().replace('\u00a0', ' ');
  }

  private Treatment approved(String family, String dose) {
    var now = clock.instant();
    var plan =
        ((PlanResult.Planned) Planning.propose(request(dose, now), knowledge, DORA, now)).plan();
    var signed =
        (Approval.Signed)
            Approval.approve(
                plan,
                DORA,
                Optional.empty(),
                "as agreed",
                now.plus(Duration.ofDays(1)),
                knowledge,
                now);
    return Treatment.of(clinic, family)
        .inCourse(new PlanProposed(plan), 0)
        .inCourse(signed.event(), 0);
  }

  private static PlanRequest request(String dose, Instant now) {
    return new PlanRequest(
        1,
        "PLN-PRO-04",
        new DosingWeight(BodyWeight.ofKilograms("70"), now, "70 kg"),
        false,
        WeightNormalisedDose.ofMilligramsPerKilogram(dose),
        new BigDecimal("360"),
        SolutionStrength.ofMilligramsPerMillilitre("25"),
        Optional.of(Volume.ofMillilitres("2")),
        SolutionStrength.ofMilligramsPerMillilitre("1"),
        Optional.empty(),
        "",
        new AgreedBenefit(Optional.of(new BigDecimal("30")), Optional.empty(), 3, "walk"),
        PlanFacts.none());
  }

  private Map<String, String> fields(String vial) {
    var fields = new HashMap<String, String>();
    fields.put("protocol", "PLN-PRO-04");
    fields.put("weight", "70");
    fields.put("weightUnit", "kg");
    fields.put(
        "weighedAt",
        DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm")
            .format(clock.instant().minusSeconds(3600).atZone(time.zone())));
    fields.put("dose", "0.6");
    fields.put("minutes", "360");
    fields.put("vial", vial);
    fields.put("prepared", "1");
    fields.put("painFall", "30");
    fields.put("byInfusion", "3");
    fields.put("ownWords", "to walk to the shop");
    return fields;
  }
}

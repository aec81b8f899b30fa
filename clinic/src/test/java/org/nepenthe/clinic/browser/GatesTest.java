package org.nepenthe.clinic.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.nepenthe.care.decision.PatientId;
import org.nepenthe.clinic.record.EventRecord;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// Another patient's journey is stopped at each gate before the first drop, in the order in which
/// the gates stand. What was refused has left nothing in the record.
@JourneyClinic
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GatesTest {
  private Chromium chromium;
  private Team team;
  private Journey journey;

  @Autowired EventRecord record;

  @BeforeAll
  void open(@Autowired ApplicationContext clinic) {
    chromium = Chromium.open();
    team = new Team(chromium, clinic);
    journey = new Journey(team, "Novak");
    journey.imported(team.frontDesk).measured(team.nurse, "100").referred(team.frontDesk);
  }

  @AfterAll
  void close() {
    if (chromium != null) {
      team.photographs("gates");
      chromium.close();
    }
  }

  /// Everything on record of this patient, after something that must not have added to it.
  private int events() {
    var patient = UUID.fromString(journey.patient().replace("/patients/", ""));
    return record.readAbout(new PatientId(patient)).size();
  }

  private void storesNothing(Runnable attempt) {
    int before = events();
    attempt.run();
    assertThat(events()).as("events on record").isEqualTo(before);
  }

  @Test
  @Order(1)
  void noConsentBeforeEligibility() {
    storesNothing(() -> {
      team.nurse.open(journey.course() + "/consent").sees("Not to be signed yet");
      team.nurse.doesNotSee("Sign as witness");
      var sent =
          team.nurse.send(
              journey.course() + "/consent",
              Map.of("signedBy", "Novak", "explained", "yes", "password", Person.PASSWORD));
      assertThat(sent.status()).isEqualTo(409);
    });
  }

  @Test
  @Order(2)
  void noPlanBeforeConsent() {
    journey.interviewed(team.nurse).assessed(team.nurse);
    storesNothing(() -> {
      journey.planTyped(team.physician, "0.5");
      team.physician.sees("has not signed the consent");
      team.physician.press("Propose the plan").arrivesWith(422);
      team.physician.seesBeside("protocol", "A plan cannot be made yet");
    });
  }

  @Test
  @Order(3)
  void noDoseThatIsASlip() {
    journey.consented(team.nurse);
    storesNothing(() -> {
      proposed("Dose", "3").seesBeside("dose", "highest dose is 0.5 mg/kg");
      proposed("Dose", ".5").seesBeside("dose", "Write 0.5");
      proposed("Dose", "1,0").seesBeside("dose", "Use a point for decimals");
      proposed("Dose", "-0.5").seesBeside("dose", "cannot be negative");
      proposed("Dose", "").seesBeside("dose", "Enter the dose");
      proposed("Body weight", "").seesBeside("weight", "Enter the weight");
      proposed("Body weight", "7000").seesBeside("weight", "250 kg");
      proposed("Body weight", "10").seesBeside("weight", "30");
      proposed("Over", "4").seesBeside("minutes", "40");
    });
  }

  private Person proposed(String label, String value) {
    journey.planTyped(team.physician, "0.5");
    team.physician.fill(label, value).press("Propose the plan").arrivesWith(422);
    return team.physician;
  }

  @Test
  @Order(4)
  void noPreparationOfAPlanThatNobodyApproved() {
    journey.planned(team.physician);
    storesNothing(() -> {
      team.nurse.open(journey.course() + "/approval").doesNotSee("Prepare the infusion");
      assertThat(team.nurse.send("/infusions", ids()).status()).isEqualTo(409);
    });
  }

  private Map<String, String> ids() {
    return Map.of(
        "patientId", journey.patient().replace("/patients/", ""),
        "courseId", journey.course().replace("/courses/", ""));
  }

  @Test
  @Order(5)
  void noApprovalByANurseOrWithoutThePassword() {
    storesNothing(() -> {
      team.nurse.open(journey.course() + "/approval").doesNotSee("Approve this plan");
      var sent = team.nurse.send(journey.course() + "/approval", Map.of("reason", "I may not"));
      assertThat(sent.status()).isEqualTo(403);
      team.physician.open(journey.course() + "/approval");
      team.physician.fill("Why this plan, for this patient, now", "It is time");
      team.physician.fill("Your password", "not it").press("Approve this plan");
      team.physician.arrivesWith(422).seesBeside("password", "That is not");
    });
  }

  @Test
  @Order(6)
  void noPreparationAfterTheApprovalHasEnded() {
    team.physician.open(journey.course() + "/approval").fill("Holds until", team.clock.in(2));
    journey.approvedAsShown(team.physician);
    team.clock.minutesPass(150);
    storesNothing(() -> {
      team.nurse.open(journey.course() + "/approval").sees("It ended on");
      assertThat(team.nurse.send("/infusions", ids()).status()).isEqualTo(409);
    });
    journey.planned(team.physician).approved(team.physician);
  }

  @Test
  @Order(7)
  void theSecondCheckIsByAnother() {
    journey.opened(team.nurse).timedOut(team.nurse).askedWhatWasTaken(team.nurse);
    journey.prepared(team.nurse);
    storesNothing(() -> {
      team.nurse.open(journey.infusion() + "/prepare/check").sees("You prepared this drug");
      team.nurse.open(journey.infusion() + "/prepare");
      var sent = team.nurse.send(journey.infusion() + "/prepare/check", reading("50"));
      assertThat(sent.status()).isEqualTo(422);
      assertThat(sent.text()).contains("another person");
    });
  }

  private Map<String, String> reading(String dose) {
    return Map.of(
        "patientId",
        journey.patient().replace("/patients/", ""),
        "moiety",
        "RACEMIC_KETAMINE",
        "weight",
        "100",
        "vial",
        "50",
        "prepared",
        "1",
        "dose",
        dose,
        "rate",
        Journey.RATE,
        "password",
        Person.PASSWORD);
  }

  @Test
  @Order(8)
  void aMismatchShowsBothAndBlocks() {
    journey.observedBeforehand(team.nurse).checked(team.secondNurse, "100", "500");
    team.secondNurse.open(journey.infusion() + "/prepare").sees("Does not agree");
    team.secondNurse.sees("expected 50 mg, read 500 mg").doesNotSee("Record the start");
    storesNothing(() -> {
      var start = Map.of("patientId", ids().get("patientId"), "rate", Journey.RATE);
      team.nurse.open(journey.infusion() + "/prepare");
      var sent = team.nurse.send(journey.infusion() + "/start", start);
      assertThat(sent.status()).isEqualTo(422);
      assertThat(sent.text()).contains("the two readings do not agree");
    });
    journey.checked(team.secondNurse);
    team.secondNurse.open(journey.infusion() + "/prepare").sees("Record the start");
  }

  @Test
  @Order(9)
  void anotherPatientsOrRolesAddressesOpenNothing() {
    storesNothing(() -> {
      var of = UUID.randomUUID().toString();
      var start = Map.of("patientId", of, "rate", Journey.RATE);
      assertThat(team.nurse.send(journey.infusion() + "/start", start).status()).isEqualTo(409);
      team.nurse.open("/infusions/" + of + "/live").arrivesWith(404);
      team.nurse.open("/courses/" + of + "/plan").arrivesWith(404);
      team.nurse.open("/patients/" + of).arrivesWith(404);
      team.frontDesk.open(journey.infusion() + "/prepare").arrivesWith(403);
      team.frontDesk.sees("You may not do this").sees("Nothing was stored");
      team.frontDesk.open(journey.course() + "/plan").arrivesWith(403);
    });
  }

  @Test
  @Order(10)
  void theSameFormSentTwiceHasOneEffect() {
    int before = events();
    var form = team.nurse.open(journey.infusion() + "/prepare").fields("form[action$='/start']");
    form.put("rate", Journey.RATE);
    assertThat(team.nurse.sendBare(journey.infusion() + "/start", form).status()).isEqualTo(200);
    assertThat(team.nurse.sendBare(journey.infusion() + "/start", form).status()).isEqualTo(200);
    assertThat(events()).isEqualTo(before + 1);
  }
}

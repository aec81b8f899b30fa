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

/// The gates at a running pump and on the way home, each of which stops another patient.
@JourneyClinic
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ChairGatesTest {
  private Chromium chromium;
  private Team team;
  private Journey journey;

  @Autowired EventRecord record;

  @BeforeAll
  void start(@Autowired ApplicationContext clinic) {
    chromium = Chromium.open();
    team = new Team(chromium, clinic);
    journey = new Journey(team, "Horvath").upToTheStart();
  }

  @AfterAll
  void close() {
    if (chromium != null) {
      team.photographs("chair-gates");
      chromium.close();
    }
  }

  private String patient() {
    return journey.patient().replace("/patients/", "");
  }

  private int events() {
    return record.readAbout(new PatientId(UUID.fromString(patient()))).size();
  }

  @Test
  @Order(1)
  void twoBrowsersMeetAsAConflictAndNothingTypedIsLost() {
    var nurse = new Chair(team.nurse, journey.infusion());
    var second = new Chair(team.secondNurse, journey.infusion());
    team.clock.minutesPass(2);
    second.holdTyped("Feels dizzy");
    assertThat(nurse.rate("60").status()).isEqualTo(200);
    int before = events();
    assertThat(second.holdSent().status()).isEqualTo(409);
    assertThat(events()).isEqualTo(before);
    team.secondNurse.sees("What you typed is still here").sees("60 mL/h");
    assertThat(team.secondNurse.part("#hold-reason").inputValue()).isEqualTo("Feels dizzy");
    assertThat(second.holdSent().status()).as("after a look at the chart").isEqualTo(200);
    team.nurse.sees("On hold since");
    assertThat(nurse.resume("60").status()).isEqualTo(200);
  }

  @Test
  @Order(2)
  void noHigherRateWhileObservationsAreOverdue() {
    team.clock.minutesPass(15);
    int before = events();
    var nurse = new Chair(team.nurse, journey.infusion());
    var answer = nurse.increase("70", "nurse2");
    assertThat(answer.status()).isEqualTo(422);
    team.nurse.sees("overdue");
    assertThat(events()).isEqualTo(before);
    assertThat(nurse.rate("50").status()).as("a lower rate is always possible").isEqualTo(200);
  }

  @Test
  @Order(3)
  void noHigherRateWithoutASecondPersonAndNeverAboveTheApprovedOne() {
    var nurse = new Chair(team.nurse, journey.infusion());
    assertThat(nurse.fromTheMonitor().status()).isEqualTo(200);
    int before = events();
    assertThat(nurse.rate("70").status()).isEqualTo(422);
    team.nurse.sees("A second person must read the rate back");
    assertThat(nurse.increase("70", "nurse").status()).as("the same person").isEqualTo(422);
    assertThat(nurse.increase("80", "nurse2").status()).isEqualTo(422);
    team.nurse.sees("Above the approved 75 mL per h");
    assertThat(nurse.increase("750", "nurse2").status()).as("tenfold").isEqualTo(422);
    team.nurse.sees("which nobody exceeds in this clinic");
    assertThat(events()).isEqualTo(before);
    assertThat(nurse.increase("70", "nurse2").status()).isEqualTo(200);
  }

  @Test
  @Order(4)
  void anotherPatientsFormOrAnotherRolesHandsRecordNothing() {
    int before = events();
    team.nurse.open(journey.infusion() + "/live");
    var stop = Map.of("patientId", UUID.randomUUID().toString(), "reason", "Wrong chart");
    assertThat(team.nurse.send(journey.infusion() + "/stop", stop).status()).isEqualTo(409);
    team.frontDesk.open("/");
    var own = Map.of("patientId", patient(), "reason", "Not mine to stop");
    assertThat(team.frontDesk.send(journey.infusion() + "/stop", own).status()).isEqualTo(403);
    assertThat(events()).isEqualTo(before);
  }

  @Test
  @Order(5)
  void nobodyLeavesBeforeNothingIsMissing() {
    var nurse = new Chair(team.nurse, journey.infusion());
    assertThat(nurse.stop("Feels dizzy").status()).isEqualTo(200);
    int before = events();
    new GoingHome(journey).discharged(team.nurse);
    team.nurse.arrivesWith(422).sees("Watch the patient for another 60 min");
    team.nurse.sees("Score the recovery").sees("Name the adult who takes the patient home");
    assertThat(events()).isEqualTo(before);
  }

  @Test
  @Order(6)
  void aNurseDoesNotDecideHowToGoOn() {
    int before = events();
    team.nurse.open(journey.course() + "/decision").sees("A physician signs the decision");
    team.nurse.doesNotSee("Sign the decision");
    var repeat = Map.of("decision", "REPEAT", "reason", "It helped", "password", Person.PASSWORD);
    var sent = team.nurse.send(journey.course() + "/decision", repeat);
    assertThat(sent.status()).isEqualTo(403);
    assertThat(events()).isEqualTo(before);
  }
}

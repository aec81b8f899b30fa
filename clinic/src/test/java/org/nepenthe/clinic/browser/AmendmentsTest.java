package org.nepenthe.clinic.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// What is amended, withdrawn, given up, interrupted and struck on one patient's way: everything
/// that was written stays readable, and whatever rested on it waits.
@JourneyClinic
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AmendmentsTest {
  private Chromium chromium;
  private Team team;
  private Journey journey;

  @Autowired ApplicationContext clinic;

  @BeforeAll
  void refer() {
    chromium = Chromium.open();
    team = new Team(chromium, clinic);
    journey = new Journey(team, "Lindqvist").upToConsent();
  }

  @AfterAll
  void close() {
    if (chromium != null) {
      team.photographs("amendments");
      chromium.close();
    }
  }

  @Test
  @Order(1)
  void anAmendedReferralKeepsWhatItSaidBefore() {
    team.frontDesk.open(journey.course() + "/referral/amend").fill("It has lasted", "30");
    team.frontDesk.fill("Why it is amended", "The referrer telephoned");
    team.frontDesk.press("Store the amended referral").sees("Amended: The referrer telephoned");
    team.frontDesk.sees("30 months").sees("26 months");
  }

  @Test
  @Order(2)
  void aWithdrawnConsentStopsThePlan() {
    journey.assessed(team.nurse).consented(team.nurse);
    team.nurse.unfold("The patient withdraws");
    team.nurse.fill("In the patient's words, if they give any", "I want to think about it");
    team.nurse.press("Record the withdrawal").sees("The patient has withdrawn consent");
    team.physician.open(journey.course() + "/plan").sees("has not signed the consent");
    team.clock.minutesPass(1);
    journey.consented(team.nurse);
  }

  @Test
  @Order(3)
  void aWithdrawnPlanIsNotSigned() {
    journey.planned(team.physician);
    team.physician.unfold("Withdraw this plan").fill("Why", "Weight to be taken again");
    team.physician.press("Withdraw").sees("The plan is withdrawn");
    team.physician.open(journey.course() + "/approval").doesNotSee("Approve this plan");
  }

  @Test
  @Order(4)
  void aPreparationThatIsGivenUpUsesThePlanUp() {
    journey.planned(team.physician).approved(team.physician).opened(team.nurse);
    team.nurse.unfold("Give this preparation up").fill("Reason", "The vial was dropped");
    team.nurse.press("Record that it is given up").sees("given up");
    team.nurse.open(journey.course() + "/approval").doesNotSee("Prepare the infusion");
  }

  @Test
  @Order(5)
  void afterAnInterruptionThePumpIsUnknownUntilSomebodyLooks() {
    journey.planned(team.physician).approved(team.physician).preparedAndChecked();
    journey.started(team.nurse);
    var nurse = new Chair(team.nurse, journey.infusion());
    team.clock.minutesPass(4);
    assertThat(nurse.fromTheMonitor().status()).isEqualTo(200);
    team.clock.minutesPass(2);
    clinic
        .getBean("interruptionAtStart", SmartInitializingSingleton.class)
        .afterSingletonsInstantiated();
    team.nurse.again().sees("confirm the pump's state").doesNotSee("Infusing since");
    assertThat(nurse.runsAt(Journey.RATE).status()).isEqualTo(200);
    team.nurse.sees("Infusing since");
  }

  @Test
  @Order(6)
  void aStruckEntryStaysReadable() {
    var nurse = new Chair(team.nurse, journey.infusion());
    assertThat(nurse.fromTheMonitor().status()).isEqualTo(200);
    assertThat(nurse.struck("Cuff had slipped").status()).isEqualTo(200);
    team.nurse.sees("by Tom Berger: Cuff had slipped");
    assertThat(nurse.stop("Enough for today").status()).isEqualTo(200);
  }

  @Test
  @Order(7)
  void whatIsToldAtHomeIsKeptAndStruckWhereItIsWrong() {
    new GoingHome(journey).asked(team.nurse, 5).checkedFor(team.nurse, "Bladder symptoms");
    team.nurse.open(journey.course() + "/followup").unfold("Record an adverse event");
    var form = team.nurse.part("form[action$='/followup/harm']");
    form.locator("select[name='kind']").selectOption("HEADACHE");
    form.getByRole(AriaRole.RADIO, Person.exactly("mild")).click();
    team.nurse.fillIn(form, "In the patient's words", "Head hurt in the evening");
    team.nurse.pressIn(form, "Record it").sees("Head hurt in the evening");
    team.nurse.unfold("Strike");
    var strike = team.nurse.part("form[action$='/followup/strike']").first();
    team.nurse.fillIn(strike, "Why", "Another patient said it");
    team.nurse.pressIn(strike, "Strike the entry").sees("struck: Another patient said it");
  }
}

package org.nepenthe.clinic.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.nepenthe.care.followup.ScoresTaken;
import org.nepenthe.care.followup.ScoresTaken.Moment;
import org.nepenthe.care.infusion.InfusionEvent.ObservationsRecorded;
import org.nepenthe.care.infusion.observation.ObservationSource;
import org.nepenthe.care.infusion.observation.Observed;
import org.nepenthe.care.infusion.observation.Parameter;
import org.nepenthe.care.outcome.Answers;
import org.nepenthe.care.outcome.Instrument;
import org.nepenthe.clinic.Treatment;
import org.nepenthe.evidence.Verifies;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// Nobody goes past a warning by pressing Enter twice, and no choice looks like the one to take:
/// where the focus is, and how the alternatives look, in a real browser.
@JourneyClinic
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OverrideFocusTest {
  /// What Enter or the space bar would act upon; the body and a list of mistakes are neither.
  private static final String FOCUSED =
      """
      () => {
        const at = document.activeElement;
        const acts = at.matches('button, input, select, textarea, a, summary, [role=button]');
        return acts ? at.outerHTML.slice(0, 200) : '';
      }
      """;

  private static final String LOOKS =
      """
      selector => [...document.querySelectorAll(selector)].map(each => {
        const style = getComputedStyle(each.matches('label') ? each.querySelector('span') : each);
        return ['fontSize', 'fontWeight', 'fontStyle', 'color', 'backgroundColor', 'borderTopColor',
          'borderTopWidth', 'borderTopStyle', 'boxShadow', 'opacity', 'paddingTop', 'paddingLeft',
          'textTransform', 'outlineStyle'].map(one => one + '=' + style[one]).join(';');
      })
      """;

  private Chromium chromium;
  private Team team;

  @Autowired ApplicationContext clinic;

  @BeforeAll
  void start() {
    chromium = Chromium.open();
    team = new Team(chromium, clinic);
  }

  @AfterAll
  void close() {
    if (chromium != null) {
      team.photographs("focus");
      chromium.close();
    }
  }

  private static void nothingIsArmed(Person person, String where) {
    assertThat((String) person.page().evaluate(FOCUSED)).as(where).isEmpty();
  }

  /// The canary: a page on which the button does have the focus is found.
  @Test
  void aFocusedButtonWouldBeFound() {
    team.physician.open("/overrides").page().locator("nav.actions a").first().focus();
    assertThat((String) team.physician.page().evaluate(FOCUSED)).contains("<a ");
  }

  /// From the override of a contraindication to a plan above the soft cap: 0.5 mg/kg of 220 kg are
  /// 110 mg, above the 100 mg of the knowledge; the chart said 95.8 kg.
  @Verifies("H36")
  @Test
  void noWarningIsGonePastByPressingEnter() {
    team.clock.nextMorning();
    var journey = new Journey(team, "Focus").imported(team.frontDesk);
    weighedFarOffTheLast(journey);
    journey.referred(team.frontDesk);
    journey.interviewed(team.nurse, "ASK-IOP").assessed(team.nurse);
    contraindication(journey);
    journey.consented(team.nurse);
    plan(journey);
    team.physician.open(journey.patient()).sees("tall and heavy").sees("weighed on two scales");
    team.physician.sees("pressures are normal now");
  }

  private void weighedFarOffTheLast(Journey journey) {
    var nurse = team.nurse.open(journey.patient() + "/measurements").fill("Weight", "220");
    nurse.choose("Unit of the weight", "kg");
    nurse.fill("Systolic pressure", "124").fill("Diastolic pressure", "78").press("Record");
    nurse.arrivesWith(422).sees("Weigh again, or confirm that it is right");
    nothingIsArmed(nurse, "weight far off the last, refused");
    assertThat(nurse.part("main input[type='checkbox']:checked").count()).isZero();
    nurse.tick("The weight is right").press("Record").sees("The measurements are on the chart.");
  }

  private void contraindication(Journey journey) {
    var physician = team.physician.open(journey.course() + "/screening/override/SCR-IOP-01");
    nothingIsArmed(physician, "override, as it opens");
    assertThat(physician.part("input[name='reason']:checked").count()).isZero();
    physician.press("Sign the override").arrivesWith(422);
    nothingIsArmed(physician, "override, refused");
    team.clock.minutesPass(3);
    physician.part("input[name='reason'][value='SPECIALIST_AGREES']").click();
    physician.fill("In your own words", "pressures are normal now");
    physician.fill("Your password", "not it").press("Sign the override").arrivesWith(422);
    nothingIsArmed(physician, "override, wrong password");
    physician.fill("Your password", Person.PASSWORD).press("Sign the override");
    physician.open("/overrides?back=all").sees("3 min");
  }

  private void plan(Journey journey) {
    journey.planTyped(team.physician, "0.5");
    var physician = team.physician;
    typingArmsNoButton(physician);
    physician.press("Propose the plan").arrivesWith(422).seesBeside("weight", "off the last");
    nothingIsArmed(physician, "changed weight, refused");
    assertThat(physician.part("#weightChangeReason").inputValue()).isEmpty();
    physician.page().locator("#weightChangeReason").selectOption("WEIGHED_AGAIN");
    physician.fillNamed("weightChangeWords", "weighed on two scales");
    physician.press("Propose the plan").arrivesWith(422).seesBeside("dose", "Lower the dose");
    nothingIsArmed(physician, "plan above the soft cap, refused");
    physician.page().locator("#softCapReason").selectOption("BODY_WEIGHT");
    physician.press("Propose the plan").arrivesWith(422);
    physician.seesBeside("softCapWords", "Say in your own words why");
    nothingIsArmed(physician, "soft cap without words, refused");
    physician.fillNamed("softCapWords", "tall and heavy");
    physician.press("Propose the plan").sees("The plan is proposed").sees("tall and heavy");
    physician.sees("weighed on two scales");
    nothingIsArmed(physician, "approval that takes two");
  }

  /// Whoever types has the focus in a field, never on a button.
  private static void typingArmsNoButton(Person person) {
    assertThat((String) person.page().evaluate(FOCUSED)).doesNotContain("<button");
  }

  /// An alert that advises to hold: its button is there, and never under the finger by itself.
  @Verifies("H36")
  @Test
  void anAlertIsNotAcknowledgedByPressingEnter() {
    var treated =
        Treatment.of(clinic, "Alerta").planned(60).approved(55).opened(50).looked(20).started(15);
    treated.inInfusion(
        new ObservationsRecorded(
            ObservationSource.BY_HAND,
            Map.of(Parameter.SATURATION, new Observed.Measured(new BigDecimal("84"))),
            treated.ago(1),
            Treatment.NINA),
        1);
    var nurse = team.nurse.open(treated.infusionPath("live")).sees("Acknowledge");
    nothingIsArmed(nurse, "live, as it opens");
    nurse.again().sees("Acknowledge");
    nothingIsArmed(nurse, "live, again");
    new Chair(nurse, treated.infusionPath("live").replace("/live", "")).acknowledge("is below");
    assertThat((String) nurse.page().evaluate(FOCUSED)).doesNotContain("alert-acknowledge");
  }

  /// After an infusion, and where it is decided how to go on: each alternative looks like the
  /// others, and none is chosen.
  @Verifies("H37")
  @Test
  void alternativesCarryEqualWeight() {
    var treated =
        Treatment.of(clinic, "Equala")
            .inCourse(scores(Moment.BASELINE, 8, 4000), 4000)
            .given(2880)
            .inCourse(scores(Moment.AFTER, 4, 60), 60);
    var physician = team.physician.open(treated.path("plan"));
    assertThat(physician.part(".alternatives a").count()).isGreaterThanOrEqualTo(3);
    looksAlike(physician.page(), ".alternatives a");
    nothingIsArmed(physician, "titration");
    assertThat(physician.part("input[name='protocol']:checked").count()).isZero();

    physician.open(treated.path("decision"));
    looksAlike(physician.page(), "#decision label.choice");
    assertThat(physician.part("#decision label.choice").count()).isGreaterThanOrEqualTo(4);
    assertThat(physician.part("#decision input:checked").count()).isZero();
    nothingIsArmed(physician, "decision");
  }

  private static void looksAlike(Page page, String selector) {
    var looks = (List<?>) page.evaluate(LOOKS, selector);
    assertThat(looks.stream().distinct().toList()).as(selector).hasSize(1);
  }

  private ScoresTaken scores(Moment moment, int pain, long minutesAgo) {
    return new ScoresTaken(
        moment,
        List.of(
            new Answers(Instrument.NRS, Map.of("pain", pain)),
            new Answers(Instrument.PEG, Map.of("pain", pain, "enjoyment", pain, "activity", pain))),
        team.clock.instant().minus(Duration.ofMinutes(minutesAgo)),
        Treatment.NINA);
  }

  /// On paper too: the sheet of an infusion prints what was gone past.
  @Verifies("H36")
  @Test
  void paperShowsWhatWasGonePast() {
    team.clock.nextMorning();
    var journey = new Journey(team, "Paper").imported(team.frontDesk);
    journey.measured(team.nurse, "100").referred(team.frontDesk);
    journey.interviewed(team.nurse, "ASK-IOP").assessed(team.nurse);
    journey.overridden(team.physician, "SCR-IOP-01").consented(team.nurse);
    journey.planned(team.physician).approved(team.physician).preparedAndChecked();
    journey.started(team.nurse);
    for (var page : List.of("/record", "/live")) {
      var nurse = team.nurse.open(journey.infusion() + page);
      nurse.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      assertThat(nurse.part(".banner-overridden").isVisible()).as(page).isTrue();
      assertThat(nurse.part(".banner-overridden").innerText()).contains("eye pressure");
      nurse.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    }
  }
}

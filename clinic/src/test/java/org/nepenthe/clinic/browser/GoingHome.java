package org.nepenthe.clinic.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;

/// The way of one patient from the stopped pump to the decision how to go on.
final class GoingHome {
  private final Journey journey;

  GoingHome(Journey journey) {
    this.journey = journey;
  }

  // ---- Recovery -------------------------------------------------------------------------------

  GoingHome escortNamed(Person by) {
    by.open(journey.infusion() + "/escort").fill("Name of the escort", "Ewa Kaminski");
    by.fill("Telephone number, or where the escort waits", "in the waiting room");
    by.press("Record the escort").sees("Ewa Kaminski");
    return this;
  }

  /// The best answer to every question of a scale.
  GoingHome scored(Person by) {
    var form = opened(by, "/recovery/score");
    firstOfEach(form);
    by.pressIn(form, "Record the score");
    return this;
  }

  GoingHome oriented(Person by) {
    var form = opened(by, "/recovery/orientation");
    firstOfEach(form);
    by.pressIn(form, "Record orientation");
    return this;
  }

  GoingHome observed(Person by) {
    var form = opened(by, "/recovery/observations");
    by.fillIn(form, "Heart rate", "74").fillIn(form, "Systolic", "126");
    by.fillIn(form, "Diastolic", "79").fillIn(form, "SpO2", "98");
    by.fillIn(form, "Respiratory rate", "14");
    by.pressIn(form, "Record observations");
    return this;
  }

  GoingHome adverseEventSettled(Person by) {
    var form = opened(by, "/recovery/settle");
    form.getByRole(AriaRole.RADIO, Person.exactly("over")).click();
    by.pressIn(form, "Record what became of it");
    return this;
  }

  GoingHome advised(Person by) {
    var form = opened(by, "/recovery/advice");
    by.chooseIn(form, "Read out", "Yes");
    by.pressIn(form, "Record the advice");
    return this;
  }

  GoingHome discharged(Person by) {
    var form = opened(by, "/recovery/discharge");
    by.fillIn(form, "Your password", Person.PASSWORD);
    by.pressIn(form, "Discharge the patient");
    return this;
  }

  private Locator opened(Person by, String action) {
    by.open(journey.infusion() + "/recovery");
    return by.part("form[action$='" + action + "']").first();
  }

  private static void firstOfEach(Locator form) {
    for (var group : form.locator("fieldset").all()) {
      group.getByRole(AriaRole.RADIO).first().click();
    }
  }

  // ---- Looking back ---------------------------------------------------------------------------

  /// The same number for pain and for every item of PEG.
  GoingHome asked(Person by, int score) {
    by.open(journey.course() + "/followup");
    var form = by.part("form[action$='/followup/scores']");
    for (var group : form.locator("fieldset").all()) {
      group.getByRole(AriaRole.RADIO, Person.exactly(Integer.toString(score))).click();
    }
    by.pressIn(form, "Record the scores");
    return this;
  }

  /// The last question on mood, answered "several days".
  GoingHome thoughts(Person by) {
    by.open(journey.course() + "/followup").unfold("Ask about mood");
    by.part("#ins-phq9-self-harm input[value='1']").locator("xpath=ancestor::label").click();
    by.press("Record the answers on mood").sees("Talk with the patient today");
    return this;
  }

  GoingHome talked(Person by) {
    by.open(journey.course() + "/followup").fill("What was done", "Dr Okafor talked: no intent");
    by.press("Record what was done").sees("Settled by Tom Berger");
    return this;
  }

  GoingHome relieved(Person by) {
    by.open(journey.course() + "/followup");
    var form = by.part("form[action$='/followup/relief']");
    by.chooseIn(form, "After", "Infusion 1").chooseIn(form, "The patient says", "Still lasting");
    by.pressIn(form, "Record the relief");
    return this;
  }

  GoingHome checkedFor(Person by, String check) {
    by.open(journey.course() + "/followup").unfold("Record a check");
    var form = by.part("form[action$='/followup/check']");
    by.chooseIn(form, "Which", check);
    form.getByRole(AriaRole.GROUP, new Locator.GetByRoleOptions().setName("What came of it"))
        .getByRole(AriaRole.RADIO)
        .first()
        .click();
    by.pressIn(form, "Record the check");
    return this;
  }

  GoingHome decided(Person by, String decision) {
    by.open(journey.course() + "/decision");
    by.part("input[name='decision'][value='" + decision + "']").click();
    by.fill("Why", "Pain fell by more than half and the patient carries tea upstairs");
    by.fill("Your password", Person.PASSWORD).press("Sign the decision");
    return this;
  }
}

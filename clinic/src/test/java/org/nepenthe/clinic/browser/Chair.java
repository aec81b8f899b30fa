package org.nepenthe.clinic.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;

/// One person in front of the live chart of an infusion, recording what happens.
final class Chair {
  private final Person person;

  Chair(Person person, String infusion) {
    this.person = person;
    person.open(infusion + "/live").sees("Live");
  }

  Person person() {
    return person;
  }

  Response rate(String millilitresPerHour) {
    var sheet = sheet("rate");
    person.fillIn(sheet, "Rate on the pump", millilitresPerHour);
    return record(sheet, "Record the rate", "rate");
  }

  Response increase(String millilitresPerHour, String readBackBy) {
    var sheet = sheet("rate");
    person.fillIn(sheet, "User name", readBackBy);
    person.fillIn(sheet, "Password", Person.PASSWORD);
    return rate(millilitresPerHour);
  }

  Response hold(String reason) {
    holdTyped(reason);
    return holdSent();
  }

  /// Fills the sheet, and leaves it open.
  void holdTyped(String reason) {
    person.fillIn(sheet("hold"), "Reason", reason);
  }

  Response holdSent() {
    return record(sheet("hold"), "Record the hold", "hold");
  }

  Response resume(String millilitresPerHour) {
    var sheet = sheet("resume");
    person.fillIn(sheet, "Rate on the pump", millilitresPerHour);
    return record(sheet, "Record the resume", "resume");
  }

  Response stop(String reason) {
    var sheet = sheet("stop");
    person.fillIn(sheet, "Reason", reason);
    return record(sheet, "Record the stop", "stop");
  }

  /// What somebody found who looked at the pump after an interruption.
  Response runsAt(String millilitresPerHour) {
    var sheet = sheet("confirm");
    sheet.locator("[name='pump'][value='running']").click();
    person.fillIn(sheet, "Rate on the pump, if it runs", millilitresPerHour);
    return record(sheet, "Record the pump's state", "confirm");
  }

  /// Strikes the newest set of observations.
  Response struck(String why) {
    person.part("#observation-rows button").first().click();
    var sheet = person.part("[data-sheet='strike']");
    person.fillIn(sheet, "Reason", why);
    return record(sheet, "Strike it", "strike");
  }

  Response rescue(String drug, String amount, String reason) {
    var sheet = sheet("rescue");
    sheet.locator("[name='drug']").selectOption(drug);
    person.fillIn(sheet, "Amount", amount);
    sheet.locator("[name='route']").selectOption("IV");
    person.fillIn(sheet, "Reason", reason);
    return record(sheet, "Record the drug", "rescue");
  }

  Response adverseEvent(String kind, String severity, String seen) {
    var sheet = sheet("adverse-event");
    sheet.locator("[name='kind']").selectOption(kind);
    sheet.locator("[name='grade'][value='" + severity + "']").click();
    person.fillIn(sheet, "What was seen", seen);
    return record(sheet, "Record the event", "adverse-event");
  }

  /// Two touches: calm, and what the monitor shows.
  Response fromTheMonitor() {
    var sheet = sheet("observations");
    sheet.locator("[data-calm]").click();
    return record(sheet, "Record with the monitor's readings", "simulated-reading");
  }

  /// @param values by the names of the parameters
  Response byHand(Map<String, String> values) {
    var sheet = sheet("observations");
    values.forEach(
        (name, value) -> sheet.locator("input[type='text'][name='" + name + "']").fill(value));
    return record(sheet, "Record these only", "observations");
  }

  Response acknowledge(String alert) {
    var row = person.part("#alert-list li").filter(new Locator.FilterOptions().setHasText(alert));
    return Journey.inPlace(
        person,
        "/acknowledge",
        () -> row.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions()).first().click());
  }

  private Locator sheet(String key) {
    var sheet = person.part("[data-sheet='" + key + "']");
    sheet.evaluate("each => { if (!each.open) each.querySelector('summary').click(); }");
    return sheet;
  }

  private Response record(Locator sheet, String button, String path) {
    return Journey.inPlace(
        person, "/" + path, () -> sheet.getByRole(AriaRole.BUTTON, Person.exactly(button)).click());
  }
}

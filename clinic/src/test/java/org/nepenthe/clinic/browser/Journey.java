package org.nepenthe.clinic.browser;

import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.nepenthe.care.consent.TeachBack;
import org.nepenthe.knowledge.KnowledgeBase;

/// One patient's way through the clinic, step by step, as the people of the clinic do it. Every
/// step begins by opening its page, so a test may take any of them by the person it likes.
///
/// The patient weighs 100 kg and gets 0.5 mg/kg over 40 min, made up to 1 mg/mL:
/// 50 mg = 1 mL of 50 mg/mL in 50 mL, at 75 mL/h = 1.25 mg/min.
final class Journey {
  static final String RATE = "75";

  private static final String PASSWORD = Person.PASSWORD;

  private final Team team;
  private final String family;
  private String patient = "";
  private String course = "";
  private String infusion = "";

  Journey(Team team, String family) {
    this.team = team;
    this.family = family;
  }

  String patient() {
    return patient;
  }

  String course() {
    return course;
  }

  String infusion() {
    return infusion;
  }

  // ---- Until there is a verdict ---------------------------------------------------------------

  Journey imported(Person by) {
    by.open("/patients/import").attach("Files", Bundles.of(family)).press("Import");
    by.sees("taken over").sees("new in this clinic");
    patient = by.followFirst("article a[href^='/patients/']").path();
    return this;
  }

  Journey measured(Person by, String kilograms) {
    by.open(patient + "/measurements").fill("Weight", kilograms);
    by.choose("Unit of the weight", "kg");
    by.fill("Systolic pressure", "124").fill("Diastolic pressure", "78");
    by.fill("Pulse", "72").fill("Oxygen saturation", "98").fill("Breathing rate", "14");
    by.press("Record").sees("The measurements are on the chart.");
    return this;
  }

  Journey referred(Person by) {
    fillReferral(by.open(patient + "/referral"));
    by.press("Store the referral");
    course = by.path().replaceFirst("^(/courses/[^/]+).*", "$1");
    return this;
  }

  private static void fillReferral(Person by) {
    by.fill("Name", "Dr Rita Referrer").fill("Practice or hospital", "Practice at the Bridge");
    by.part("input[name='indication'][value='IND-CRPS']").locator("xpath=ancestor::label").click();
    by.fill("The pain in words", "Burning pain of the left hand since a fracture");
    by.fill("It has lasted", "26");
    by.fillNamed("failedTherapies[0].what", "amitriptyline 50 mg a day");
    by.part("[name='failedTherapies[0].kind']").selectOption("ANTIDEPRESSANT");
    by.fillNamed("failedTherapies[0].howLong", "six months");
    by.part("[name='failedTherapies[0].whyStopped']").selectOption("TOO_LITTLE_BENEFIT");
    by.fillNamed("coTherapies[0].what", "gabapentin 900 mg a day");
    by.part("[name='coTherapies[0].kind']").selectOption("GABAPENTINOID");
  }

  /// Every question is answered absent but these: the chart lists gabapentin and hypertension, and
  /// an electrocardiogram was read.
  Journey interviewed(Person by, String... alsoPresent) {
    var present = new ArrayList<>(List.of("ASK-DEPRESSANTS", "ASK-CVD-RISK", "ASK-ECG"));
    present.addAll(List.of(alsoPresent));
    by.open(course + "/screening");
    int questions = by.part("form.question").count();
    for (int i = 0; i < questions; i++) {
      var question = by.part("form.question").nth(i).getAttribute("id");
      answered(by, question, present.contains(question) ? "Present" : "Absent");
    }
    return this;
  }

  Journey answered(Person by, String question, String answer) {
    var choice = by.part("#" + question).getByRole(AriaRole.RADIO, Person.exactly(answer));
    inPlace(by, "/screening/answers", choice::click);
    return this;
  }

  Journey assessed(Person by) {
    by.open(course + "/screening").press(assess(by));
    return this;
  }

  Journey overridden(Person by, String rule) {
    by.open(course + "/screening/override/" + rule);
    by.part("input[name='reason'][value='SPECIALIST_AGREES']").click();
    by.fill("In your own words", "Pressures are treated and were normal last week");
    by.fill("Your password", PASSWORD).press("Sign the override");
    by.sees("Overridden");
    return this;
  }

  private static String assess(Person by) {
    return by.part("#assess button").innerText().strip();
  }

  // ---- Until it may start ---------------------------------------------------------------------

  /// Answers every question to the patient rightly.
  Journey understood(Person witness) {
    witness.open(course + "/consent");
    if (witness.part("input[name^='answer-']").count() == 0) {
      return this; // a patient who consents a second time has answered already
    }
    var set = TeachBack.of(KnowledgeBase.shipped(), LocalDate.of(2026, 11, 22));
    for (var question : set.questions()) {
      witness
          .part(
              "input[name='answer-%s'][value='%d']"
                  .formatted(question.key(), question.answers().indexOf(question.right())))
          .locator("xpath=ancestor::label")
          .click();
    }
    witness.press("Record the answers").sees("The consent may be signed");
    return this;
  }

  Journey consented(Person witness) {
    understood(witness);
    witness.open(course + "/consent").fill("Signed by", "Adam " + family);
    witness.tick("I explained this text");
    witness.fill("Your password, as witness", PASSWORD).press("Sign as witness");
    witness.sees("The patient consents");
    return this;
  }

  /// Fills the plan, which is worked out while it is typed, and sends nothing.
  Journey planTyped(Person by, String perKilogram) {
    by.open(course + "/plan");
    by.part("input[name='protocol'][value='PLN-PRO-02']").locator("xpath=ancestor::label").click();
    by.fill("Dose", perKilogram).fill("Over", "40");
    by.choose("Product drawn up", "ketamine 50 mg/mL: 500 mg in a vial of 10 mL");
    by.choose("Made up to", "1 mg/mL");
    by.fill("By infusion", "3");
    inPlace(
        by,
        "/plan/preview",
        () -> by.fill("What the patient wants to be able to do", "Carry a cup of tea upstairs"));
    return this;
  }

  Journey planned(Person by) {
    planTyped(by, "0.5");
    by.press("Propose the plan").sees("The plan is proposed");
    return this;
  }

  Journey approved(Person by) {
    by.open(course + "/approval");
    return approvedAsShown(by);
  }

  Journey approvedAsShown(Person by) {
    by.fill("Why this plan, for this patient, now", "Gabapentin and amitriptyline did not do");
    by.fill("Your password", PASSWORD).press("Approve this plan");
    by.sees("The plan is approved");
    return this;
  }

  Journey opened(Person by) {
    by.open(course + "/approval").press("Prepare the infusion");
    by.page().waitForURL(Pattern.compile(".*/infusions/[0-9a-f-]{36}/prepare"));
    infusion = by.path().replaceFirst("/prepare$", "");
    return this;
  }

  Journey timedOut(Person by) {
    by.open(infusion + "/prepare");
    var open = by.part("form[action$='/prepare/time-out'] button");
    for (int left = open.count(); left > 0; left--) {
      by.followFirst("form[action$='/prepare/time-out'] button");
    }
    return this;
  }

  /// What the patient took since yesterday: nothing, of each thing that is asked.
  Journey askedWhatWasTaken(Person by) {
    by.open(infusion + "/prepare");
    var none = by.part("form[action$='/prepare/taken'] input[value='NONE']");
    for (int i = 0; i < none.count(); i++) {
      none.nth(i).check();
    }
    by.press("Record what the patient says");
    return this;
  }

  Journey prepared(Person by) {
    by.open(infusion + "/prepare/drug");
    fillReading(by, "100", "50");
    by.press("Sign: prepared");
    return this;
  }

  Journey checked(Person by) {
    return checked(by, "100", "50");
  }

  Journey checked(Person by, String weight, String dose) {
    by.open(infusion + "/prepare/check");
    fillReading(by, weight, dose);
    by.press("Sign: checked independently");
    return this;
  }

  private static void fillReading(Person by, String weight, String dose) {
    by.choose("Drug, as printed on the vial", "ketamine").fill("Weight of the patient", weight);
    by.fill("Strength of the vial", "50").fill("Strength as prepared", "1");
    by.fill("Dose in the syringe or bag", dose).fill("Rate programmed", RATE);
    by.fill("Your password, as your signature", PASSWORD);
  }

  Journey observedBeforehand(Person by) {
    by.open(infusion + "/prepare").press("Record the simulated bedside's readings");
    return this;
  }

  Journey started(Person by) {
    by.open(infusion + "/prepare").fill("Rate on the pump's display", RATE);
    by.press("Record the start");
    by.page().waitForURL("**/live");
    return this;
  }

  /// Everything from the bundle to a running pump, where a test is about what comes after.
  Journey upToTheStart() {
    return upToAnApprovedPlan().preparedAndChecked().started(team.nurse);
  }

  Journey upToConsent() {
    return imported(team.frontDesk)
        .measured(team.nurse, "100")
        .referred(team.frontDesk)
        .interviewed(team.nurse)
        .assessed(team.nurse);
  }

  Journey upToAnApprovedPlan() {
    return upToConsent().consented(team.nurse).planned(team.physician).approved(team.physician);
  }

  Journey preparedAndChecked() {
    return opened(team.nurse)
        .timedOut(team.nurse)
        .askedWhatWasTaken(team.nurse)
        .prepared(team.nurse)
        .checked(team.secondNurse)
        .observedBeforehand(team.nurse);
  }

  /// Does something that is answered without leaving the page.
  static Response inPlace(Person by, String address, Runnable act) {
    return by.page()
        .waitForResponse(
            answer -> answer.url().endsWith(address) && answer.request().method().equals("POST"),
            act);
  }
}

package org.nepenthe.clinic.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nepenthe.knowledge.KnowledgeBase;
import org.springframework.context.ApplicationContext;

/// One imported patient taken from the bundle to the decision by several people, in browsers of
/// their own. It is walked once for all tests that look at it.
final class WholeJourney {
  private static @Nullable WholeJourney walked;
  private static @Nullable Throwable obstacle;

  private final Team team;
  private final Journey journey;
  private final Gallery gallery = new Gallery();
  private final List<Duration> delays = new ArrayList<>();

  private WholeJourney(Team team) {
    this.team = team;
    this.journey = new Journey(team, "Kaminski");
  }

  static synchronized WholeJourney walked(ApplicationContext clinic) {
    if (walked == null && obstacle == null) {
      try (var chromium = Chromium.open()) {
        walk(new Team(chromium, clinic));
      }
    }
    if (walked == null) {
      throw new AssertionError("the journey did not come to its end", obstacle);
    }
    return walked;
  }

  private static void walk(Team team) {
    try {
      walked = new WholeJourney(team).walk();
    } catch (AssertionError | RuntimeException e) {
      team.photographs("stopped");
      obstacle = e;
    }
  }

  Journey journey() {
    return journey;
  }

  Gallery gallery() {
    return gallery;
  }

  /// How long after each answer another browser showed what was written.
  List<Duration> delays() {
    return List.copyOf(delays);
  }

  private WholeJourney walk() {
    team.clock.nextMorning();
    arrival();
    screening();
    planning();
    preparation();
    infusion();
    recovery();
    lookingBack();
    record();
    rest();
    audited();
    return this;
  }

  private void arrival() {
    gallery.look("sign-in", team.visitor());
    journey.imported(team.frontDesk);
    gallery.look("chart", team.frontDesk);
    gallery.look("import", team.frontDesk.open("/patients/import"));
    gallery.look("imported", team.frontDesk.followFirst("main a[href^='/patients/import/']"));
    gallery.look("patients", team.frontDesk.open("/patients"));
    gallery.look("measurements", team.nurse.open(journey.patient() + "/measurements"));
    journey.measured(team.nurse, "100");
    team.nurse.sees("100 kg (220.5 lb) on " + team.clock.today());
    gallery.look("new-referral", team.frontDesk.open(journey.patient() + "/referral"));
    journey.referred(team.frontDesk);
    team.frontDesk.sees("The referral is stored").doesNotSee("To the screening");
    gallery.look("referral", team.nurse.open(journey.course() + "/referral"));
  }

  private void screening() {
    journey.assessed(team.nurse);
    team.nurse.sees("Cannot decide yet").sees("Is a psychosis active now?");
    gallery.look("verdict-undetermined", team.nurse);
    gallery.look("screening-orders", team.nurse.open(journey.course() + "/screening/orders"));
    var examinations = journey.course() + "/screening/examinations/";
    gallery.look("examination-criteria", team.nurse.open(examinations + "INS-BUDAPEST"));
    gallery.look("examination-score", team.nurse.open(examinations + "INS-DN4"));
    gallery.look("examination-look-up", team.nurse.open(examinations + "CHK-PDMP"));
    gallery.look("medicines", team.nurse.open(journey.course() + "/screening/medicines"));
    gallery.look("trials", team.nurse.open(journey.course() + "/screening/trials"));
    journey.interviewed(team.nurse, "ASK-IOP").assessed(team.nurse);
    team.nurse.sees("Not eligible").sees("Only a physician may override it");
    gallery.look("verdict-not-eligible", team.nurse);
    team.physician.open(journey.course() + "/screening/override/SCR-IOP-01");
    gallery.look("override", team.physician);
    team.clock.minutesPass(2);
    journey.overridden(team.physician, "SCR-IOP-01");
    gallery.look("overrides", team.physician.open("/overrides").sees("SCR-IOP-01"));
    gallery.look("overrides-numbers", team.signedIn("administrator").open("/overrides?back=all"));
    gallery.look("chart-overridden", team.physician.open(journey.patient()));
    team.physician.open(journey.course() + "/screening");
    gallery.look("verdict", team.physician);
    gallery.look("explained", team.nurse.open(journey.course() + "/screening/explained"));
    gallery.look("consent-open", team.nurse.open(journey.course() + "/consent"));
    journey.consented(team.nurse);
    gallery.look("consent", team.nurse);
  }

  /// 0.5 mg/kg × 100 kg = 50 mg; 50 mg ÷ 50 mg/mL = 1 mL; 50 mg ÷ 1 mg/mL = 50 mL;
  /// 50 mL ÷ 40 min × 60 = 75 mL/h; 75 mg/h ÷ 60 = 1.25 mg/min.
  private void planning() {
    new GoingHome(journey).asked(team.nurse, 7);
    gallery.look("baseline", team.nurse);
    gallery.look("beside", team.physician.open(journey.course() + "/plan/beside"));
    daysOfTheCourse();
    gallery.look("plan-open", team.physician.open(journey.course() + "/plan"));
    journey.planTyped(team.physician, "0.5");
    team.physician.sees("Pump rate");
    assertThat(team.physician.says("Draw up")).startsWith("1 mL");
    assertThat(team.physician.says("Dilute")).contains("49 mL").contains("50 mL");
    assertThat(team.physician.says("Pump rate")).startsWith("75 mL/h").contains("1.25 mg/min");
    numbersAgree(team.physician);
    gallery.look("plan", team.physician);
    journey.planned(team.physician);
    gallery.look("approval-open", team.physician);
    journey.approved(team.physician);
    numbersAgree(team.physician);
    gallery.look("approval", team.physician);
    gallery.look(
        "plan-laboratory",
        team.physician.open(journey.course() + "/laboratory").sees("The numbers of the plan"));
  }

  /// Two days of induction in one chair, and what is asked before the first.
  private void daysOfTheCourse() {
    team.nurse.open(journey.course() + "/series");
    team.nurse.choose("Part of the course", "induction");
    team.nurse.fill("The first of them begins", "2027-01-11T09:00");
    team.nurse.fill("How many", "2").fill("Days apart", "1");
    team.nurse.select("Chair", "Chair 2").press("Plan these days").sees("The days are planned");
    gallery.look("series", team.nurse);
    gallery.look("before-the-day", team.nurse.open(journey.course() + "/series/1"));
    gallery.look("calendar", team.nurse.open("/calendar"));
    gallery.look("calendar-week", team.nurse.open("/calendar/6"));
    gallery.look("what-if", team.physician.open("/what-if"));
  }

  /// What holds for any plan: mg = mL × mg/mL on both sides of the dilution, and the pump empties
  /// the bag in the time that is planned.
  private static void numbersAgree(Person person) {
    var dose = number(person.says("Dose"), "mg");
    var drawn = number(person.says("Draw up"), "mL");
    var vial = number(person.says("Draw up"), "mg/mL");
    var total = number(person.says("Dilute").replaceFirst(".* to ", ""), "mL");
    var prepared = number(person.says("Dilute").replaceFirst(".*: ", ""), "mg/mL");
    var rate = number(person.says("Pump rate"), "mL/h");
    assertThat(drawn.multiply(vial)).isEqualByComparingTo(dose);
    assertThat(total.multiply(prepared)).isEqualByComparingTo(dose);
    assertThat(rate.multiply(BigDecimal.valueOf(40)))
        .isEqualByComparingTo(total.multiply(BigDecimal.valueOf(60)));
  }

  private static BigDecimal number(String words, String unit) {
    var found =
        Pattern.compile("([0-9][0-9.,]*) " + Pattern.quote(unit) + "(?![/\\w])").matcher(words);
    if (!found.find()) {
      throw new AssertionError("no number of " + unit + " in: " + words);
    }
    return new BigDecimal(found.group(1).replace(",", ""));
  }

  private void preparation() {
    journey.opened(team.nurse);
    gallery.look("prepare-open", team.nurse);
    journey.timedOut(team.nurse).askedWhatWasTaken(team.nurse);
    gallery.look("prepare-drug", team.nurse.open(journey.infusion() + "/prepare/drug"));
    journey.prepared(team.nurse);
    gallery.look("second-check", team.secondNurse.open(journey.infusion() + "/prepare/check"));
    journey.checked(team.secondNurse).observedBeforehand(team.nurse);
    gallery.look("prepared", team.nurse);
    team.clock.minutesPass(5);
    journey.started(team.nurse);
  }

  /// From 09:05: 10 min at 75 mL/h and 10 min at 60 mL/h are 12.5 and 10 mg; 5 min on hold nothing;
  /// 15 min at 60 mL/h are 15 mg: together 37.5 mg of 50 mg.
  private void infusion() {
    var nurse = new Chair(team.nurse, journey.infusion());
    var physician = new Chair(team.physician, journey.infusion());
    team.clock.minutesPass(5);
    nurse.fromTheMonitor();
    team.clock.minutesPass(5);
    shows(physician, "Rate 60 mL/h", () -> nurse.rate("60"));
    physician.person().sees("12.5 mg of 50 mg");
    shows(
        physician, "is below", () -> nurse.byHand(Map.of("saturation", "91", "heart-rate", "88")));
    gallery.look("live-alert", physician.person());
    shows(nurse, "Acknowledged", () -> physician.acknowledge("is below"));
    shows(physician, "ondansetron 4 mg", () -> nurse.rescue("ondansetron", "4", "Nausea"));
    shows(physician, "Nausea, mild", () -> nurse.adverseEvent("nausea", "mild", "Feels sick"));
    team.clock.minutesPass(5);
    nurse.fromTheMonitor();
    team.clock.minutesPass(5);
    shows(physician, "On hold since 09:25", () -> nurse.hold("Asked for a pause"));
    physician.person().sees("22.5 mg of 50 mg");
    gallery.look("live-held", nurse.person());
    team.clock.minutesPass(5);
    shows(physician, "Infusing since 09:30", () -> nurse.resume("60"));
    nurse.fromTheMonitor();
    team.clock.minutesPass(10);
    nurse.fromTheMonitor();
    gallery.look("live", physician.person());
    gallery.look("board", team.frontDesk.open("/"));
    team.clock.minutesPass(5);
    shows(physician, "Enough relief", () -> nurse.stop("Enough relief"));
    physician.person().sees("37.5 mg of 50 mg").sees("0.375 mg/kg");
  }

  /// The pump is off at 09:45 and the patient may leave an hour later at the earliest.
  private void recovery() {
    var home = new GoingHome(journey);
    home.discharged(team.nurse);
    team.nurse
        .arrivesWith(422)
        .sees("Score the recovery")
        .sees("Watch the patient for another 60 min");
    gallery.look("recovery-open", team.nurse);
    home.escortNamed(team.frontDesk);
    gallery.look("escort", team.frontDesk);
    home.adverseEventSettled(team.nurse);
    team.clock.minutesPass(60);
    home.scored(team.nurse).oriented(team.nurse).observed(team.nurse).advised(team.nurse);
    team.nurse.sees("Nothing is missing");
    gallery.look("recovery", team.nurse);
    home.discharged(team.nurse);
    team.nurse.open(journey.infusion() + "/recovery").sees("The patient has left");
  }

  /// Pain and PEG fall from 7 to 3: by 4 of 7, which is 57 %.
  private void lookingBack() {
    var home = new GoingHome(journey);
    team.clock.passes(Duration.ofDays(7));
    home.asked(team.nurse, 3).relieved(team.nurse);
    team.nurse.open(journey.course() + "/followup").sees("from 7 to 3");
    gallery.look("follow-up", team.nurse);
    home.thoughts(team.nurse);
    gallery.look("follow-up-safety", team.nurse);
    gallery.look("today-safety", team.physician.open("/"));
    home.talked(team.nurse);
    gallery.look("decision-open", team.physician.open(journey.course() + "/decision"));
    home.decided(team.physician, "REPEAT");
    team.physician.sees("Signed by Dr Ines Okafor");
    gallery.look("decision", team.physician);
    gallery.look(
        "replay",
        team.nurse
            .open(journey.course() + "/replay")
            .sees("Plan: Infusion 1")
            .sees("the same record, to the last byte"));
  }

  /// The printable record has every deed, and the auditor sees the whole chain intact.
  private void record() {
    team.nurse.open(journey.infusion() + "/record");
    for (var deed :
        List.of(
            "50 mg",
            "75 mL/h",
            "60 mL/h",
            "ondansetron 4 mg",
            "37.5 mg",
            "Ewa Kaminski",
            "Nausea")) {
      team.nurse.sees(deed);
    }
    gallery.look("record", team.nurse);
  }

  private void audited() {
    var auditor = team.signedIn("auditor");
    gallery.look("log", auditor.open("/log"));
    auditor.open(journey.patient() + "/log").sees("The chains are intact");
    gallery.look("patient-log", auditor);
  }

  private void versions() {
    var list = "/knowledge/versions";
    var version = list + "/" + KnowledgeBase.shipped().contentHash();
    gallery.look("knowledge-versions", team.nurse.open(list));
    gallery.look("knowledge-version", team.physician.open(version));
    gallery.look(
        "knowledge-differences",
        team.nurse.open(version + "/differences/" + KnowledgeBase.shipped().contentHash()));
    gallery.look("knowledge-old-entry", team.nurse.open(version + "/entries/INF-BP-01"));
    gallery.look("site-policy", team.nurse.open("/knowledge/site-policy"));
    gallery.look("knowledge-verdicts", team.physician.open(version + "/verdicts"));
    policy();
  }

  /// A ceiling of this site's own, written, refused where it would widen, and submitted.
  private void policy() {
    var physician = team.physician.open("/knowledge/site-policy/write");
    physician.unfold("Screening");
    gallery.look("policy-write", physician);
    physician
        .fillNamed("site", "Riverside")
        .fillNamed("policy-version", "2026-12")
        .fillNamed("reason-SCR-BP-03-measured-1-limit", "Our committee decided so.")
        .fillNamed("set-SCR-BP-03-measured-1-limit", "190")
        .press("Check this policy")
        .sees("would widen");
    physician
        .fillNamed("set-SCR-BP-03-measured-1-limit", "120")
        .press("Check this policy")
        .sees("What it would change");
    gallery.look("policy-check", physician);
    physician.press("Submit as a draft").sees("Nothing has changed yet");
    gallery.look("policy-draft", physician);
  }

  private void rest() {
    var administrator = team.signedIn("administrator");
    gallery.look("users", administrator.open("/users"));
    gallery.look("new-user", administrator.open("/users/new"));
    gallery.look("sign-ins", administrator.open("/users/sign-ins"));
    gallery.look("user", administrator.open("/users").followFirst("main table a[href^='/users/']"));
    gallery.look("account", team.nurse.open("/account"));
    gallery.look("knowledge", team.nurse.open("/knowledge"));
    gallery.look("regimens", team.nurse.open("/knowledge/regimens"));
    gallery.look("interactions", team.nurse.open("/knowledge/interactions"));
    gallery.look("opioids", team.nurse.open("/knowledge/opioids"));
    gallery.look("instruments", team.nurse.open("/knowledge/instruments"));
    gallery.look("education", team.nurse.open("/education"));
    gallery.look("citations", team.nurse.open("/knowledge/citations"));
    gallery.look("knowledge-entry", team.nurse.open("/knowledge/INF-BP-01"));
    versions();
    gallery.look("laboratory", team.physician.open("/laboratory").sees("240 to 253 ng/mL"));
    gallery.look(
        "patient-laboratory",
        team.nurse.open(journey.patient() + "/laboratory").sees("From the chart: 100 kg"));
    gallery.look("style", team.nurse.open("/style"));
    gallery.look("amend", team.nurse.open(journey.course() + "/referral/amend"));
    gallery.look("today", team.nurse.open("/"));
    gallery.look("not-found", team.nurse.open(journey.patient() + "/nothing"));
    gallery.look("not-allowed", team.nurse.open("/log"));
    gallery.look("link-closed", team.visitor().open("/first-administrator/none"));
    team.secondNurse.open("/").unfold("Lena Fischer").press("Lock this screen");
    gallery.look("locked", team.secondNurse.open(journey.course() + "/plan"));
    gallery.look("unlock", team.secondNurse.open("/unlock"));
  }

  private void shows(
      Chair other,
      String words,
      java.util.function.Supplier<com.microsoft.playwright.Response> act) {
    var watch = new Watch(other.person(), words);
    var answer = act.get();
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    delays.add(watch.after(answer));
  }
}

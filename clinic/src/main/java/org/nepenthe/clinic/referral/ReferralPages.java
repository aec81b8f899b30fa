package org.nepenthe.clinic.referral;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nepenthe.care.chart.Chart;
import org.nepenthe.care.chart.Concepts;
import org.nepenthe.care.decision.PatientId;
import org.nepenthe.care.decision.Role;
import org.nepenthe.care.referral.Referral;
import org.nepenthe.care.referral.ReferralAmended;
import org.nepenthe.care.referral.ReferralForm.Checked;
import org.nepenthe.care.referral.ReferralState;
import org.nepenthe.care.referral.Referred;
import org.nepenthe.clinic.course.Course;
import org.nepenthe.clinic.course.Courses;
import org.nepenthe.clinic.course.Journeys;
import org.nepenthe.clinic.course.Step;
import org.nepenthe.clinic.patient.PatientBanners;
import org.nepenthe.clinic.patient.PatientCharts;
import org.nepenthe.clinic.platform.display.ClinicTime;
import org.nepenthe.clinic.platform.form.Form;
import org.nepenthe.clinic.platform.web.Flash;
import org.nepenthe.clinic.security.AccessRules;
import org.nepenthe.knowledge.KnowledgeBase;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Where a referral is taken down, looked at and amended.
@Controller
final class ReferralPages {
  private final Courses courses;
  private final Journeys journeys;
  private final PatientCharts charts;
  private final PatientBanners banners;
  private final KnowledgeBase knowledge;
  private final ClinicTime time;

  ReferralPages(
      Courses courses,
      Journeys journeys,
      PatientCharts charts,
      PatientBanners banners,
      KnowledgeBase knowledge,
      ClinicTime time) {
    this.courses = courses;
    this.journeys = journeys;
    this.charts = charts;
    this.banners = banners;
    this.knowledge = knowledge;
    this.time = time;
  }

  @GetMapping("/patients/{patient}/referral")
  String ask(@PathVariable UUID patient, Model model) {
    var form = Form.blank().with("receivedOn", time.dayOf(courses.now()).toString());
    return newForm(new PatientId(patient), form, model);
  }

  @PostMapping("/patients/{patient}/referral")
  String receive(
      @PathVariable UUID patient,
      Form form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var id = new PatientId(patient);
    if (ReferralFields.changedRows(form)) {
      return newForm(id, form, model);
    }
    var referral = read(form);
    if (referral.isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return newForm(id, form, model);
    }
    chartOf(id);
    var course = courses.open(id, form.key(), new Referred(referral.get()));
    Flash.done(redirect, "The referral is stored. Next: the screening interview.");
    return "redirect:" + nextFor(courses.actor().role(), "/courses/" + course);
  }

  /// Whoever may not see the screening stays with the referral.
  private static String nextFor(Role role, String course) {
    var screening = course + "/screening";
    return AccessRules.allows(role, "GET", screening) ? screening : course + "/referral";
  }

  @GetMapping("/courses/{course}/referral")
  String show(@PathVariable UUID course, Model model) {
    var found = courses.get(course);
    frame(found, model);
    model.addAttribute("view", view(found));
    return "referral/referral";
  }

  @GetMapping("/courses/{course}/referral/amend")
  String amend(@PathVariable UUID course, Model model) {
    var found = courses.get(course);
    var form = ReferralFields.of(current(found), time).expecting(found.version());
    return amendForm(found, form, model);
  }

  @PostMapping("/courses/{course}/referral/amend")
  String amend(
      @PathVariable UUID course,
      Form form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var found = courses.get(course);
    if (ReferralFields.changedRows(form)) {
      return amendForm(found, form, model);
    }
    var referral = read(form);
    var reason = form.text("reason", "Say why the referral is amended.");
    if (referral.isEmpty() || reason.isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return amendForm(found, form, model);
    }
    courses.append(
        found, form.key(), form.version(), new ReferralAmended(referral.get(), reason.get()));
    Flash.done(redirect, "The referral is amended. What it said before stays below.");
    return "redirect:" + found.path("referral");
  }

  private Optional<Referral> read(Form form) {
    var checked = ReferralFields.typed(form).check(courses.actor(), courses.now(), time.zone());
    return switch (checked) {
      case Checked.Accepted(var referral) -> Optional.of(referral);
      case Checked.Refused(var problems) -> {
        problems.forEach(form::refuse);
        yield Optional.empty();
      }
    };
  }

  private String newForm(PatientId patient, Form form, Model model) {
    var chart = chartOf(patient);
    var path = "/patients/" + patient;
    model.addAttribute("patient", banners.of(patient));
    model.addAttribute("steps", List.of());
    model.addAttribute(
        "view",
        new ReferralFormView(
            form,
            path + "/referral",
            false,
            path,
            IndicationChoice.all(knowledge, time.dayOf(courses.now()), chart)));
    return "referral/form";
  }

  private String amendForm(Course course, Form form, Model model) {
    frame(course, model);
    model.addAttribute(
        "view",
        new ReferralFormView(
            form,
            course.path("referral/amend"),
            true,
            course.path("referral"),
            IndicationChoice.all(knowledge, time.dayOf(courses.now()), chartOf(course.patient()))));
    return "referral/form";
  }

  private void frame(Course course, Model model) {
    model.addAttribute("patient", banners.of(course.patient()));
    model.addAttribute("steps", journeys.steps(course, Step.REFERRAL));
  }

  private ReferralView view(Course course) {
    var day = time.dayOf(courses.now());
    var referral = current(course);
    var indication =
        IndicationChoice.of(
            referral.diagnosis(),
            knowledge,
            day,
            chartOf(course.patient()),
            Concepts.of(knowledge, day));
    var role = courses.actor().role();
    return ReferralView.of(
        course,
        referral,
        indication,
        AccessRules.allows(role, "POST", course.path("referral/amend")),
        AccessRules.allows(role, "GET", course.path("screening")));
  }

  private static Referral current(Course course) {
    return ReferralState.of(course.events())
        .current()
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private Chart chartOf(PatientId patient) {
    return charts
        .chart(patient)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}

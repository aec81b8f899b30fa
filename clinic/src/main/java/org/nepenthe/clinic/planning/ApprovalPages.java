package org.nepenthe.clinic.planning;

import jakarta.servlet.http.HttpServletResponse;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.planning.Approval;
import org.nepenthe.care.planning.DosePlan;
import org.nepenthe.care.planning.PlanProposed;
import org.nepenthe.care.planning.protocol.PlanningKnowledge;
import org.nepenthe.care.planning.titration.TitrationProposed;
import org.nepenthe.care.planning.warning.PlanWarningOverridden;
import org.nepenthe.clinic.course.Course;
import org.nepenthe.clinic.course.Courses;
import org.nepenthe.clinic.course.Journeys;
import org.nepenthe.clinic.course.Step;
import org.nepenthe.clinic.patient.PatientBanners;
import org.nepenthe.clinic.platform.display.ClinicTime;
import org.nepenthe.clinic.platform.form.Form;
import org.nepenthe.clinic.platform.web.Flash;
import org.nepenthe.clinic.security.SigningPassword;
import org.nepenthe.knowledge.KnowledgeBase;
import org.nepenthe.pharmacology.Ensemble;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Signing the plan: the whole order in front of the physician, a reason, an end, the password.
@Controller
final class ApprovalPages {
  private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

  private final Courses courses;
  private final Journeys journeys;
  private final PatientBanners banners;
  private final PlanGate gate;
  private final SigningPassword signing;
  private final KnowledgeBase knowledge;
  private final Ensemble ensemble;
  private final ClinicTime time;
  private final CoTherapies coTherapies;

  ApprovalPages(
      Courses courses,
      Journeys journeys,
      PatientBanners banners,
      PlanGate gate,
      SigningPassword signing,
      KnowledgeBase knowledge,
      Ensemble ensemble,
      ClinicTime time,
      CoTherapies coTherapies) {
    this.courses = courses;
    this.journeys = journeys;
    this.banners = banners;
    this.gate = gate;
    this.signing = signing;
    this.knowledge = knowledge;
    this.ensemble = ensemble;
    this.time = time;
    this.coTherapies = coTherapies;
  }

  @GetMapping("/courses/{course}/approval")
  String show(@PathVariable UUID course, Model model) {
    var found = courses.get(course);
    var offered = known().approvalOffered();
    var form =
        Form.blank()
            .expecting(found.version())
            .with("expiresAt", FIELD.format(courses.now().plus(offered).atZone(time.zone())));
    return page(found, form, model);
  }

  @PostMapping("/courses/{course}/approval")
  String approve(
      @PathVariable UUID course,
      Form form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var found = courses.get(course);
    var plan = proposed(found);
    var reason = form.text("reason", "Say why this plan is right for this patient now.");
    var expiresAt =
        PlanFields.moment(form, "expiresAt", "Say until when the approval holds.", time);
    var missing = gate.missing(found, courses.now());
    missing.forEach(each -> form.refuse("reason", each.sentence()));
    var second = plan.needsSecondClinician() ? second(form) : Optional.<Actor>empty();
    if (!form.refused()) {
      var _ = signing.verify(courses.actor(), form, "password");
    }
    if (!form.refused()) {
      var result =
          Approval.approve(
              plan,
              courses.actor(),
              second,
              reason.orElseThrow(),
              expiresAt.orElseThrow(),
              knowledge,
              courses.now());
      switch (result) {
        case Approval.Signed(var event) -> {
          courses.append(found, form.key(), form.version(), event);
          Flash.done(redirect, "The plan is approved. The infusion can be prepared.");
          return "redirect:" + found.path("approval");
        }
        case Approval.Refused(var faults) ->
            faults.forEach(fault -> form.refuse("expiresAt", fault));
      }
    }
    response.setStatus(422);
    return page(found, form, model);
  }

  private Optional<Actor> second(Form form) {
    return signing.verifyOther(form, "secondUser", "secondPassword");
  }

  private static DosePlan.Proposed proposed(Course course) {
    return course
        .planning()
        .current()
        .filter(DosePlan.Proposed.class::isInstance)
        .map(DosePlan.Proposed.class::cast)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.CONFLICT));
  }

  private PlanningKnowledge known() {
    return new PlanningKnowledge(knowledge, time.dayOf(courses.now()));
  }

  private String page(Course course, Form form, Model model) {
    var current = course.planning().current();
    var order =
        current.map(plan ->
            switch (plan) {
              case DosePlan.Proposed proposed -> proposed;
              case DosePlan.Approved approved -> approved.proposed();
              case DosePlan.Superseded superseded -> superseded.proposed();
            });
    model.addAttribute("form", form);
    model.addAttribute("course", course);
    model.addAttribute("steps", journeys.steps(course, Step.APPROVAL));
    model.addAttribute("patient", banners.of(course.patient()));
    model.addAttribute("missing", gate.missing(course, courses.now()));
    model.addAttribute("plan", order);
    model.addAttribute(
        "approved",
        current.filter(DosePlan.Approved.class::isInstance).map(DosePlan.Approved.class::cast));
    model.addAttribute("forecast", order.map(p -> ForecastPicture.of(p.order(), ensemble)));
    model.addAttribute(
        "protocol",
        order.flatMap(p ->
            known().protocols().stream()
                .filter(protocol -> protocol.id().equals(p.order().protocolId()))
                .findFirst()));
    model.addAttribute(
        "sets", order.map(p -> known().medicineSets(p.order().protocolId())).orElseGet(List::of));
    model.addAttribute("beside", coTherapies.shown(course));
    model.addAttribute("titration", titration(course));
    model.addAttribute("overridden", overridden(course));
    model.addAttribute("earlier", course.planning().earlier());
    return "planning/approval";
  }

  /// The warnings that the newest plan goes past.
  private static List<PlanWarningOverridden> overridden(Course course) {
    var overridden = new ArrayList<PlanWarningOverridden>();
    for (var event : course.events()) {
      if (event instanceof PlanProposed) {
        overridden.clear();
      } else if (event instanceof PlanWarningOverridden one) {
        overridden.add(one);
      }
    }
    return List.copyOf(overridden);
  }

  /// The proposal that the plan of today was made with or against.
  private static Optional<TitrationProposed> titration(Course course) {
    return course.events().stream()
        .filter(TitrationProposed.class::isInstance)
        .map(TitrationProposed.class::cast)
        .filter(event -> event.infusionNumber() == course.planning().nextInfusionNumber())
        .reduce((_, newer) -> newer);
  }
}

package org.nepenthe.clinic.planning;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nepenthe.care.decision.CareEvent;
import org.nepenthe.care.planning.DosePlan;
import org.nepenthe.care.planning.PlanProposed;
import org.nepenthe.care.planning.PlanRequest;
import org.nepenthe.care.planning.PlanRequested;
import org.nepenthe.care.planning.PlanResult;
import org.nepenthe.care.planning.PlanWithdrawn;
import org.nepenthe.care.planning.Planning;
import org.nepenthe.care.planning.protocol.PlanningKnowledge;
import org.nepenthe.care.planning.titration.TitrationProposed;
import org.nepenthe.care.planning.warning.PlanWarningOverridden;
import org.nepenthe.care.planning.warning.PlanWarnings;
import org.nepenthe.care.planning.warning.PlanWarnings.Warned;
import org.nepenthe.clinic.course.Course;
import org.nepenthe.clinic.course.Courses;
import org.nepenthe.clinic.course.Journeys;
import org.nepenthe.clinic.course.Step;
import org.nepenthe.clinic.patient.PatientBanners;
import org.nepenthe.clinic.platform.display.ClinicTime;
import org.nepenthe.clinic.platform.form.Form;
import org.nepenthe.clinic.platform.web.Flash;
import org.nepenthe.knowledge.KnowledgeBase;
import org.nepenthe.pharmacology.Ensemble;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The plan of the next infusion: worked out as it is typed, then proposed.
@Controller
final class PlanPages {
  private static final String TEMPLATE = "planning/plan";
  private static final String TAKE_PROPOSAL = "proposal";
  private static final String TAKE_LAST = "last";

  private final Courses courses;
  private final Journeys journeys;
  private final PatientBanners banners;
  private final DosingWeights weights;
  private final PlanKnows knows;
  private final Titrations titrations;
  private final CoTherapies coTherapies;
  private final PlanGate gate;
  private final PlanWarningFields warnings;
  private final KnowledgeBase knowledge;
  private final Ensemble ensemble;
  private final ClinicTime time;

  PlanPages(
      Courses courses,
      Journeys journeys,
      PatientBanners banners,
      DosingWeights weights,
      PlanKnows knows,
      Titrations titrations,
      CoTherapies coTherapies,
      PlanGate gate,
      PlanWarningFields warnings,
      KnowledgeBase knowledge,
      Ensemble ensemble,
      ClinicTime time) {
    this.courses = courses;
    this.journeys = journeys;
    this.banners = banners;
    this.weights = weights;
    this.knows = knows;
    this.titrations = titrations;
    this.coTherapies = coTherapies;
    this.gate = gate;
    this.warnings = warnings;
    this.knowledge = knowledge;
    this.ensemble = ensemble;
    this.time = time;
  }

  @GetMapping("/courses/{course}/plan")
  String show(
      @PathVariable UUID course,
      @RequestParam(name = "take", defaultValue = "") String take,
      Model model) {
    var found = courses.get(course);
    var form = PlanDefaults.form(found, known(), weights.latest(found), time);
    if (!take.isEmpty()) {
      titrations.of(found, courses.now()).ifPresent(given -> take(take, given, form));
    }
    worked(found.planning().current().map(PlanPages::order), Optional.empty(), model);
    return page(found, form, model);
  }

  private static void take(String what, Titrations.Proposal proposal, Form form) {
    if (what.equals(TAKE_PROPOSAL)) {
      PlanDefaults.take(proposal, form);
    } else if (what.equals(TAKE_LAST)) {
      PlanDefaults.takeLast(proposal, form);
    }
  }

  /// The arithmetic and the forecast of what is typed so far; nothing is stored.
  @PostMapping("/courses/{course}/plan/preview")
  String preview(@PathVariable UUID course, Form form, Model model) {
    var found = courses.get(course);
    var request = read(found, form);
    var result =
        gate.knowledgeMayDecide() ? request.map(this::propose) : Optional.<PlanResult>empty();
    result.ifPresent(answer -> warnings.shown(form.key(), standing(request, answer)));
    switch (result.orElse(new PlanResult.Refused(List.of(), Optional.empty()))) {
      case PlanResult.Planned(var plan) -> worked(Optional.of(plan), Optional.empty(), model);
      case PlanResult.Refused refused -> {
        refused.faults().forEach(f -> form.refuse(f.field().formName(), f.message()));
        worked(Optional.empty(), Optional.of(refused), model);
      }
    }
    model.addAttribute("form", form);
    return "planning/worked";
  }

  @PostMapping("/courses/{course}/plan")
  String propose(
      @PathVariable UUID course,
      Form form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var found = courses.get(course);
    if (!gate.missing(found, courses.now()).isEmpty()) {
      form.refuse("protocol", "A plan cannot be made yet; see above what is missing.");
    }
    var request = read(found, form);
    var result = request.map(this::propose);
    var warned = result.map(answer -> standing(request, answer)).orElse(List.of());
    if (result.isPresent() && result.get() instanceof PlanResult.Planned(var plan)) {
      var answer =
          PlanWarnings.answer(
              plan.infusionNumber(), warned, PlanWarningFields.answers(form), courses.actor());
      PlanWarningFields.refuse(form, answer.faults());
      if (form.refused()) {
        return again(found, form, warned, Optional.of(plan), Optional.empty(), model, response);
      }
      courses.append(
          found,
          form.key(),
          form.version(),
          events(found, request.orElseThrow(), plan, answer.events()));
      weights.keep(found, plan.order().weight(), form.key());
      Flash.done(redirect, "The plan is proposed. A physician has to sign it.");
      return "redirect:" + found.path("approval");
    }
    if (result.isPresent() && result.get() instanceof PlanResult.Refused refused) {
      refused.faults().forEach(f -> form.refuse(f.field().formName(), f.message()));
      return again(found, form, warned, Optional.empty(), Optional.of(refused), model, response);
    }
    return again(found, form, warned, Optional.empty(), Optional.empty(), model, response);
  }

  private String again(
      Course course,
      Form form,
      List<Warned> warned,
      Optional<DosePlan.Proposed> plan,
      Optional<PlanResult.Refused> refused,
      Model model,
      HttpServletResponse response) {
    warnings.shown(form.key(), warned);
    worked(plan, refused, model);
    response.setStatus(422);
    return page(course, form, model);
  }

  private List<Warned> standing(Optional<PlanRequest> request, PlanResult result) {
    return PlanWarningFields.standing(request.orElseThrow(), result, known());
  }

  /// The plan, what it was worked out from, the proposal it was made with or against, and the
  /// warnings it goes past.
  private CareEvent[] events(
      Course course,
      PlanRequest request,
      DosePlan.Proposed plan,
      List<PlanWarningOverridden> overridden) {
    var events = new ArrayList<CareEvent>();
    titrations
        .of(course, courses.now())
        .ifPresent(proposal ->
            events.add(
                new TitrationProposed(
                    plan.infusionNumber(),
                    proposal.decision(),
                    plan.order().dosePerWeight(),
                    courses.actor())));
    events.add(new PlanRequested(request));
    events.add(new PlanProposed(plan));
    events.addAll(overridden);
    return events.toArray(CareEvent[]::new);
  }

  @PostMapping("/courses/{course}/plan/withdraw")
  String withdraw(@PathVariable UUID course, Form form, RedirectAttributes redirect) {
    var found = courses.get(course);
    var reason = form.text("withdrawReason", "Say why the plan is withdrawn.");
    if (reason.isEmpty()) {
      Flash.note(redirect, form.error("withdrawReason"));
      return "redirect:" + found.path("approval");
    }
    courses.append(found, form.key(), form.version(), new PlanWithdrawn(reason.get()));
    Flash.done(redirect, "The plan is withdrawn.");
    return "redirect:" + found.path("plan");
  }

  private Optional<PlanRequest> read(Course course, Form form) {
    return PlanFields.read(
        form,
        course.planning().nextInfusionNumber(),
        knows.facts(course, weights.lastOtherThan(course, form, time), courses.now()),
        known(),
        time);
  }

  private PlanResult propose(PlanRequest request) {
    return Planning.propose(request, knowledge, courses.actor(), courses.now());
  }

  private PlanningKnowledge known() {
    return new PlanningKnowledge(knowledge, time.dayOf(courses.now()));
  }

  private void worked(
      Optional<DosePlan.Proposed> plan, Optional<PlanResult.Refused> refused, Model model) {
    model.addAttribute("plan", plan);
    model.addAttribute("refused", refused);
    model.addAttribute("forecast", plan.map(p -> ForecastPicture.of(p.order(), ensemble)));
  }

  private static DosePlan.Proposed order(DosePlan plan) {
    return switch (plan) {
      case DosePlan.Proposed proposed -> proposed;
      case DosePlan.Approved approved -> approved.proposed();
      case DosePlan.Superseded superseded -> superseded.proposed();
    };
  }

  private String page(Course course, Form form, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("course", course);
    model.addAttribute("steps", journeys.steps(course, Step.PLAN));
    model.addAttribute("patient", banners.of(course.patient()));
    model.addAttribute("missing", gate.missing(course, courses.now()));
    model.addAttribute("proposal", titrations.of(course, courses.now()));
    model.addAttribute("beside", coTherapies.shown(course));
    model.addAttribute("protocols", known().protocols());
    model.addAttribute("knowledge", known());
    model.addAttribute("vials", PlanFields.vials(known()));
    model.addAttribute("preparedStrengths", PlanFields.strengths(known().preparedStrengths()));
    model.addAttribute("weightUnits", PlanFields.weightUnits());
    model.addAttribute("warnings", PlanWarningFields.asked());
    return TEMPLATE;
  }
}

package org.nepenthe.clinic.screening;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.RuleId;
import org.nepenthe.care.decision.Signature;
import org.nepenthe.care.screening.Eligibility.Contraindication;
import org.nepenthe.care.screening.Eligibility.NotEligible;
import org.nepenthe.care.screening.OverrideReason;
import org.nepenthe.care.screening.Overriding;
import org.nepenthe.care.screening.Overriding.Permission;
import org.nepenthe.clinic.course.Course;
import org.nepenthe.clinic.course.Courses;
import org.nepenthe.clinic.course.Journeys;
import org.nepenthe.clinic.course.Step;
import org.nepenthe.clinic.overriding.Kind;
import org.nepenthe.clinic.overriding.WarningsShown;
import org.nepenthe.clinic.patient.PatientBanners;
import org.nepenthe.clinic.platform.form.Form;
import org.nepenthe.clinic.platform.web.Flash;
import org.nepenthe.clinic.security.SigningPassword;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Where a physician signs that treatment goes on in spite of a relative contraindication.
@Controller
final class OverridePages {
  private final Courses courses;
  private final Journeys journeys;
  private final Screenings screenings;
  private final PatientBanners banners;
  private final SigningPassword signing;
  private final WarningsShown shown;

  OverridePages(
      Courses courses,
      Journeys journeys,
      Screenings screenings,
      PatientBanners banners,
      SigningPassword signing,
      WarningsShown shown) {
    this.courses = courses;
    this.journeys = journeys;
    this.screenings = screenings;
    this.banners = banners;
    this.signing = signing;
    this.shown = shown;
  }

  @GetMapping("/courses/{course}/screening/override/{rule}")
  String ask(@PathVariable UUID course, @PathVariable String rule, Model model) {
    var found = courses.get(course);
    return page(found, rule, Form.blank().expecting(found.version()), model);
  }

  @PostMapping("/courses/{course}/screening/override/{rule}")
  String override(
      @PathVariable UUID course,
      @PathVariable String rule,
      Form form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var found = courses.get(course);
    var reason = form.choice("reason", OverrideReason.class, "Choose the reason.");
    var words = form.text("words", "Say in your own words why.");
    var signer =
        form.refused()
            ? Optional.<Actor>empty()
            : signing.verify(courses.actor(), form, "password");
    if (reason.isEmpty() || words.isEmpty() || signer.isEmpty()) {
      form.refuse("password", "Enter your password again: this is a signature.");
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return page(found, rule, form, model);
    }
    screenings.override(
        found,
        form.key(),
        form.version(),
        RuleId.of(rule),
        reason.get(),
        new Signature(signer.get(), courses.now(), Signature.Meaning.OVERRODE, words.get()));
    Flash.done(redirect, "The override is signed. It stays visible on this course.");
    return "redirect:" + found.path("screening");
  }

  private String page(Course course, String rule, Form form, Model model) {
    model.addAttribute("patient", banners.of(course.patient()));
    model.addAttribute("steps", journeys.steps(course, Step.SCREENING));
    var view = view(course, RuleId.of(rule), form);
    if (view.allowed()) {
      shown.shown(form.key(), Kind.CONTRAINDICATION, view.reason().rule());
    }
    model.addAttribute("view", view);
    return "screening/override";
  }

  private OverrideView view(Course course, RuleId rule, Form form) {
    var standing = screenings.standing(course);
    var decision = standing.state().latest().orElseThrow(OverridePages::notFound);
    var reason =
        decision.reasons().stream()
            .filter(each -> each.rule().equals(rule))
            .findFirst()
            .orElseThrow(OverridePages::notFound);
    var contraindication =
        decision.outcome() instanceof NotEligible not
            ? not.contraindications().stream().filter(c -> c.rule().equals(rule)).findFirst()
            : Optional.<Contraindication>empty();
    var existing =
        standing.effective().stream()
            .flatMap(effective -> effective.overridden().stream())
            .filter(override -> override.rule().equals(rule))
            .findFirst();
    return new OverrideView(
        course, reason, contraindication, why(standing, contraindication), existing, form);
  }

  private String why(Standing standing, Optional<Contraindication> contraindication) {
    if (contraindication.isEmpty()) {
      return "The latest decision does not say that this contraindication holds. What is not known"
          + " cannot be overridden: get the fact, or attest it by name in the interview.";
    }
    return switch (Overriding.allowed(contraindication.get(), courses.actor())) {
      case Permission.Refused(var why) -> why;
      case Permission.Allowed _ ->
          standing.changes().isEmpty()
              ? ""
              : "The facts have changed since eligibility was assessed: assess again first.";
    };
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}

package org.nepenthe.clinic.followup;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.nepenthe.care.followup.CourseDecision;
import org.nepenthe.care.followup.Deciding;
import org.nepenthe.clinic.course.Course;
import org.nepenthe.clinic.course.Courses;
import org.nepenthe.clinic.course.Step;
import org.nepenthe.clinic.platform.form.Form;
import org.nepenthe.clinic.platform.web.Flash;
import org.nepenthe.clinic.security.SigningPassword;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The decision at the end of a look back: both sides in front of the physician, a reason, the
/// password.
@Controller
final class DecisionPages {
  private final Courses courses;
  private final FollowUpViews views;
  private final SigningPassword signing;

  DecisionPages(Courses courses, FollowUpViews views, SigningPassword signing) {
    this.courses = courses;
    this.views = views;
    this.signing = signing;
  }

  @GetMapping("/courses/{course}/decision")
  String show(@PathVariable UUID course, Model model) {
    var found = courses.get(course);
    return page(found, Form.blank().expecting(found.version()), model);
  }

  @PostMapping("/courses/{course}/decision")
  String decide(
      @PathVariable UUID course,
      Form form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var found = views.samePatient(courses.get(course), form);
    var choice = form.choice("decision", CourseDecision.class, "Choose how to go on.");
    var reason = form.text("reason", "Say why.");
    var signer =
        form.refused()
            ? Optional.<org.nepenthe.care.decision.Actor>empty()
            : signing.verify(courses.actor(), form, "password");
    if (!form.refused()) {
      var gathered = views.gather(found);
      var result =
          Deciding.decide(
              choice,
              reason.orElseThrow(),
              gathered.facts().state().openConcerns(),
              gathered.balance().response(),
              signer.orElseThrow(),
              courses.now());
      switch (result) {
        case Deciding.Decided(var event) -> {
          courses.append(found, form.key(), form.version(), event);
          Flash.done(redirect, "Decided: " + event.decision().words() + ".");
          return "redirect:" + found.path("decision");
        }
        case Deciding.Refused(var faults) ->
            faults.forEach(fault -> form.refuse("decision", fault));
      }
    }
    response.setStatus(422);
    return page(found, form, model);
  }

  private String page(Course course, Form form, Model model) {
    views.fill(course, Step.DECISION, model);
    model.addAttribute("form", form);
    return "followup/decision";
  }
}

package org.nepenthe.clinic.followup;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.nepenthe.care.decision.CareEvent;
import org.nepenthe.clinic.course.Course;
import org.nepenthe.clinic.course.Courses;
import org.nepenthe.clinic.course.Step;
import org.nepenthe.clinic.platform.form.Form;
import org.nepenthe.clinic.platform.web.Flash;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// How the patient fares: scores now and later, relief, harm at home, checks.
@Controller
final class FollowUpPages {
  private final Courses courses;
  private final FollowUpViews views;
  private final Told told;

  FollowUpPages(Courses courses, FollowUpViews views, Told told) {
    this.courses = courses;
    this.views = views;
    this.told = told;
  }

  @GetMapping("/courses/{course}/followup")
  String show(@PathVariable UUID course, Model model) {
    var found = courses.get(course);
    return page(found, forms(found), model);
  }

  @PostMapping({
    "/courses/{course}/followup/scores",
    "/courses/{course}/followup/mood",
    "/courses/{course}/followup/safety",
    "/courses/{course}/followup/relief",
    "/courses/{course}/followup/harm",
    "/courses/{course}/followup/check",
    "/courses/{course}/followup/strike"
  })
  String tell(
      @PathVariable UUID course,
      Form form,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      RedirectAttributes redirect) {
    var found = views.samePatient(courses.get(course), form);
    var address = request.getRequestURI();
    var what = Telling.of(address.substring(address.lastIndexOf('/') + 1));
    var events = told.read(what, found, form, courses.actor(), courses.now());
    if (form.refused()) {
      response.setStatus(422);
      var forms = forms(found);
      forms.put(what.form(), form);
      return page(found, forms, model);
    }
    courses.append(found, form.key(), form.version(), events.toArray(CareEvent[]::new));
    Flash.done(redirect, what.done());
    return "redirect:" + found.path("followup");
  }

  private String page(Course course, Map<String, Form> forms, Model model) {
    views.fill(course, Step.FOLLOW_UP, model);
    model.addAttribute("forms", forms);
    return "followup/followup";
  }

  private static Map<String, Form> forms(Course course) {
    var forms = new LinkedHashMap<String, Form>();
    for (var what : Telling.values()) {
      forms.put(what.form(), Form.blank().expecting(course.version()));
    }
    return forms;
  }
}

package org.nepenthe.clinic.planning;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.nepenthe.care.planning.cotherapy.CoTherapyAgreed;
import org.nepenthe.care.planning.cotherapy.CoTherapyLine;
import org.nepenthe.care.planning.cotherapy.Stance;
import org.nepenthe.clinic.course.Course;
import org.nepenthe.clinic.course.Courses;
import org.nepenthe.clinic.course.Journeys;
import org.nepenthe.clinic.course.Step;
import org.nepenthe.clinic.patient.PatientBanners;
import org.nepenthe.clinic.platform.form.Form;
import org.nepenthe.clinic.platform.web.Flash;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Agreeing what goes on beside ketamine, line by line.
@Controller
final class CoTherapyPages {
  private static final String MORE = "more";

  private final Courses courses;
  private final Journeys journeys;
  private final PatientBanners banners;
  private final CoTherapies coTherapies;

  CoTherapyPages(
      Courses courses, Journeys journeys, PatientBanners banners, CoTherapies coTherapies) {
    this.courses = courses;
    this.journeys = journeys;
    this.banners = banners;
    this.coTherapies = coTherapies;
  }

  @GetMapping("/courses/{course}/plan/beside")
  String show(@PathVariable UUID course, Model model) {
    var found = courses.get(course);
    var shown = coTherapies.shown(found);
    var form = Form.blank().expecting(found.version());
    for (int i = 0; i < shown.found().size(); i++) {
      agreed(shown, i, form);
    }
    return page(found, shown, form, model);
  }

  /// What was agreed before; what is only suggested is not chosen for anybody.
  private static void agreed(CoTherapies.Shown shown, int i, Form form) {
    shown
        .agreed()
        .flatMap(event ->
            event.lines().stream()
                .filter(line -> line.what().equals(shown.found().get(i).what()))
                .findFirst())
        .ifPresent(line ->
            form.with("line" + i + ".stance", line.stance().name())
                .with("line" + i + ".instruction", line.instruction()));
  }

  @PostMapping("/courses/{course}/plan/beside")
  String agree(
      @PathVariable UUID course,
      Form form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var found = courses.get(course);
    var lines = lines(form);
    if (form.refused()) {
      response.setStatus(422);
      return page(found, coTherapies.shown(found), form, model);
    }
    courses.append(
        found,
        form.key(),
        form.version(),
        new CoTherapyAgreed(lines, courses.now(), courses.actor()));
    Flash.done(redirect, "What goes on beside ketamine is agreed.");
    return "redirect:" + found.path("plan");
  }

  private static List<CoTherapyLine> lines(Form form) {
    var lines = new ArrayList<CoTherapyLine>();
    for (int i = 0; !form.value("line" + i + ".what").isEmpty(); i++) {
      line(form, "line" + i, lines);
    }
    if (!form.value(MORE + ".what").isBlank()) {
      line(form, MORE, lines);
    }
    return lines;
  }

  private static void line(Form form, String name, List<CoTherapyLine> lines) {
    var what = form.text(name + ".what", "Say what it is.");
    var stance = form.choice(name + ".stance", Stance.class, "Say what becomes of it.");
    var instruction = form.optionalText(name + ".instruction");
    if (stance.isPresent() && stance.get() != Stance.GOES_ON && instruction.isBlank()) {
      form.refuse(name + ".instruction", "Say what the patient is told, or how it is tapered.");
    }
    if (what.isPresent() && stance.isPresent()) {
      lines.add(new CoTherapyLine(what.get(), stance.get(), instruction));
    }
  }

  private String page(Course course, CoTherapies.Shown shown, Form form, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("course", course);
    model.addAttribute("steps", journeys.steps(course, Step.PLAN));
    model.addAttribute("patient", banners.of(course.patient()));
    model.addAttribute("beside", shown);
    model.addAttribute("stances", stances());
    return "planning/cotherapy";
  }

  private static Map<String, String> stances() {
    var options = new LinkedHashMap<String, String>();
    for (var stance : Stance.values()) {
      options.put(stance.name(), stance.words());
    }
    return options;
  }
}

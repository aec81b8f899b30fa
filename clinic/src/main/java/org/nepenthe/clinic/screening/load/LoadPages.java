package org.nepenthe.clinic.screening.load;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nepenthe.care.screening.interview.Interview;
import org.nepenthe.care.screening.interview.OpioidDoseStated;
import org.nepenthe.care.screening.load.Interactions;
import org.nepenthe.care.screening.load.OpioidLoad;
import org.nepenthe.care.screening.load.Opioids;
import org.nepenthe.clinic.course.Course;
import org.nepenthe.clinic.course.Courses;
import org.nepenthe.clinic.course.Journeys;
import org.nepenthe.clinic.course.Step;
import org.nepenthe.clinic.patient.PatientBanners;
import org.nepenthe.clinic.platform.display.ClinicTime;
import org.nepenthe.clinic.platform.form.BadForm;
import org.nepenthe.clinic.platform.form.Form;
import org.nepenthe.clinic.platform.form.NumberField;
import org.nepenthe.clinic.platform.web.Flash;
import org.nepenthe.clinic.screening.Screenings;
import org.nepenthe.clinic.security.AccessRules;
import org.nepenthe.knowledge.KnowledgeBase;
import org.nepenthe.knowledge.medicine.Interaction;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Opioids line by line, sedating medicines together, interactions by the route of ketamine.
@Controller
final class LoadPages {
  private static final List<String> RULES = List.of("SCR-MME-01", "SCR-SED-01", "SCR-INT-02");

  private final Courses courses;
  private final Journeys journeys;
  private final Screenings screenings;
  private final PatientBanners banners;
  private final KnowledgeBase knowledge;
  private final ClinicTime time;

  LoadPages(
      Courses courses,
      Journeys journeys,
      Screenings screenings,
      PatientBanners banners,
      KnowledgeBase knowledge,
      ClinicTime time) {
    this.courses = courses;
    this.journeys = journeys;
    this.screenings = screenings;
    this.banners = banners;
    this.knowledge = knowledge;
    this.time = time;
  }

  @GetMapping("/courses/{course}/screening/medicines")
  String show(@PathVariable UUID course, Model model) {
    var found = courses.get(course);
    return page(found, Form.blank().expecting(found.version()), Optional.empty(), model);
  }

  @PostMapping("/courses/{course}/screening/medicines")
  String state(
      @PathVariable UUID course,
      Form form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var found = courses.get(course);
    var line = line(found, form.value("sourceId"));
    var amount = form.number("amount", NumberField.of("amount", line.unit()).withDecimals(2));
    var note = form.text("note", "Say how you know.");
    if (form.refused() || amount.isEmpty() || note.isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return page(found, form, Optional.of(line.sourceId()), model);
    }
    courses.append(
        found,
        form.key(),
        form.version(),
        new OpioidDoseStated(
            line.sourceId(),
            line.opioid(),
            amount.get(),
            line.unit(),
            note.get(),
            courses.actor(),
            courses.now()));
    Flash.done(redirect, "The dose is written down and counted.");
    return "redirect:" + found.path("screening/medicines");
  }

  /// The line for which a dose may be stated: one that the list alone does not give.
  private OpioidLoad.NotComputed line(Course course, String sourceId) {
    return screenings.opioidLoad(screenings.standing(course)).notComputed().stream()
        .filter(line -> line.sourceId().equals(sourceId) && !line.unit().isEmpty())
        .findFirst()
        .orElseThrow(() -> new BadForm("no dose is asked for of '" + sourceId + "'"));
  }

  private String page(Course course, Form form, Optional<String> refused, Model model) {
    var standing = screenings.standing(course);
    var all = Interaction.all(knowledge, time.dayOf(courses.now()));
    var role = courses.actor().role();
    model.addAttribute("patient", banners.of(course.patient()));
    model.addAttribute("steps", journeys.steps(course, Step.SCREENING));
    model.addAttribute(
        "view",
        new LoadView(
            course,
            screenings.opioidLoad(standing),
            standing.today().reasons().stream()
                .filter(reason -> RULES.contains(reason.rule().value()))
                .toList(),
            Interactions.found(standing.facts(), all),
            Interactions.toAsk(all),
            standing.facts().medicines(Opioids.CONCEPTS).unmapped().stream()
                .map(mention -> mention.words())
                .distinct()
                .toList(),
            form,
            refused,
            Interview.mayAttest(role)
                && AccessRules.allows(role, "POST", course.path("screening/medicines"))));
    return "screening/medicines";
  }
}

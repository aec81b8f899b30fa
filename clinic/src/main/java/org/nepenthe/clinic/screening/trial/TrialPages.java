package org.nepenthe.clinic.screening.trial;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.nepenthe.care.decision.CareEvent;
import org.nepenthe.care.screening.interview.Interview;
import org.nepenthe.care.screening.interview.TrialJudged;
import org.nepenthe.care.screening.interview.TrialJudged.Judgement;
import org.nepenthe.care.screening.trial.Trial;
import org.nepenthe.clinic.course.Course;
import org.nepenthe.clinic.course.Courses;
import org.nepenthe.clinic.course.Journeys;
import org.nepenthe.clinic.course.Step;
import org.nepenthe.clinic.patient.PatientBanners;
import org.nepenthe.clinic.platform.display.ClinicTime;
import org.nepenthe.clinic.platform.form.Form;
import org.nepenthe.clinic.platform.web.Flash;
import org.nepenthe.clinic.screening.Screenings;
import org.nepenthe.clinic.screening.Standing;
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

/// Earlier therapies, each kind with what is known of it, to be judged by a clinician.
@Controller
final class TrialPages {
  private static final String JUDGEMENT = "judgement-";

  private final Courses courses;
  private final Journeys journeys;
  private final Screenings screenings;
  private final PatientBanners banners;
  private final KnowledgeBase knowledge;
  private final ClinicTime time;

  TrialPages(
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

  @GetMapping("/courses/{course}/screening/trials")
  String show(@PathVariable UUID course, Model model) {
    var found = courses.get(course);
    return page(found, Form.blank().expecting(found.version()), model);
  }

  @PostMapping("/courses/{course}/screening/trials")
  String judge(
      @PathVariable UUID course,
      Form form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var found = courses.get(course);
    var said = said(firstLine(screenings.standing(found)), form);
    if (form.refused()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return page(found, form, model);
    }
    courses.append(found, form.key(), form.version(), said.toArray(CareEvent[]::new));
    Flash.done(redirect, "What was said of earlier therapies is written down.");
    return "redirect:" + found.path("screening/trials");
  }

  /// A kind of which nothing is chosen stays as it is.
  private List<TrialJudged> said(List<Trial> asked, Form form) {
    var said = new ArrayList<TrialJudged>();
    for (var trial : asked) {
      var field = JUDGEMENT + trial.kind().name();
      if (!form.value(field).isEmpty()) {
        form.choice(field, Judgement.class, "Choose one; “cannot be told” is an answer.")
            .ifPresent(judgement ->
                said.add(
                    new TrialJudged(
                        trial.kind(),
                        judgement,
                        form.optionalText("note-" + trial.kind().name()),
                        courses.actor(),
                        courses.now())));
      }
    }
    if (said.isEmpty() && !form.refused()) {
      form.refuse(
          JUDGEMENT + asked.getFirst().kind().name(), "Choose for at least one kind of therapy.");
    }
    return said;
  }

  private List<Trial> firstLine(Standing standing) {
    return screenings.trials(standing).stream()
        .filter(trial -> TrialView.asksFor(trial.kind(), knowledge, today()))
        .toList();
  }

  private String page(Course course, Form form, Model model) {
    var standing = screenings.standing(course);
    model.addAttribute("patient", banners.of(course.patient()));
    model.addAttribute("steps", journeys.steps(course, Step.SCREENING));
    model.addAttribute(
        "view",
        new TrialView(
            course,
            firstLine(standing),
            screenings.trials(standing).stream()
                .filter(trial -> !TrialView.asksFor(trial.kind(), knowledge, today()))
                .toList(),
            TrialView.adequacy(knowledge, today()),
            standing.today().reasons().stream()
                .filter(reason -> reason.rule().value().equals(TrialView.RULE))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)),
            form,
            Interview.mayAttest(courses.actor().role())
                && AccessRules.allows(
                    courses.actor().role(), "POST", course.path("screening/trials"))));
    return "screening/trials";
  }

  private LocalDate today() {
    return time.dayOf(courses.now());
  }
}

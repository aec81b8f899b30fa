package org.nepenthe.clinic.screening.paper;

import java.util.Optional;
import java.util.UUID;
import org.nepenthe.clinic.course.Course;
import org.nepenthe.clinic.course.Courses;
import org.nepenthe.clinic.course.Journeys;
import org.nepenthe.clinic.course.Step;
import org.nepenthe.clinic.patient.PatientBanners;
import org.nepenthe.clinic.platform.display.ClinicTime;
import org.nepenthe.clinic.screening.Screenings;
import org.nepenthe.clinic.screening.Standing;
import org.nepenthe.knowledge.KnowledgeBase;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The two papers of screening: what would settle it, and what it means for the patient.
@Controller
final class PaperPages {
  private final Courses courses;
  private final Journeys journeys;
  private final Screenings screenings;
  private final PatientBanners banners;
  private final KnowledgeBase knowledge;
  private final ClinicTime time;

  PaperPages(
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

  @GetMapping("/courses/{course}/screening/orders")
  String orders(@PathVariable UUID course, Model model) {
    var found = courses.get(course);
    var standing = screenings.standing(found);
    var today = standing.today().outcome();
    frame(found, model);
    model.addAttribute(
        "view", OrdersView.of(found, today.words(), screenings.open(standing), today.testsDue()));
    return "screening/orders";
  }

  @GetMapping("/courses/{course}/screening/explained")
  String explained(@PathVariable UUID course, Model model) {
    var found = courses.get(course);
    frame(found, model);
    model.addAttribute("view", explained(found));
    model.addAttribute("screening", found.path("screening"));
    return "screening/explained";
  }

  private Optional<ExplainedView> explained(Course course) {
    var standing = screenings.standing(course);
    if (standing.state().decisions().isEmpty()) {
      return Optional.empty();
    }
    var screened = standing.state().decisions().getLast();
    var plain = PlainWords.of(knowledge, time.dayOf(courses.now()));
    return standing
        .effective()
        .map(effective ->
            ExplainedView.of(
                course,
                screened,
                effective,
                standing.difference().isEmpty(),
                grade(standing),
                plain));
  }

  private Optional<String> grade(Standing standing) {
    return standing
        .facts()
        .referral()
        .map(referral -> knowledge.entry(referral.diagnosis().indication()))
        .flatMap(entry -> entry.on(time.dayOf(courses.now())))
        .map(values -> values.choice("grade"));
  }

  private void frame(Course course, Model model) {
    model.addAttribute("patient", banners.of(course.patient()));
    model.addAttribute("steps", journeys.steps(course, Step.SCREENING));
  }
}

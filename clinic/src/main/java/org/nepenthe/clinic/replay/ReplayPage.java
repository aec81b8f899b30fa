package org.nepenthe.clinic.replay;

import java.util.UUID;
import org.nepenthe.clinic.course.Courses;
import org.nepenthe.clinic.course.Journeys;
import org.nepenthe.clinic.course.Step;
import org.nepenthe.clinic.patient.PatientBanners;
import org.nepenthe.knowledge.KnowledgeBase;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// Shows that each stored decision of a course comes out again as it was made, and what today's
/// knowledge would say.
@Controller
final class ReplayPage {
  private final Courses courses;
  private final Journeys journeys;
  private final PatientBanners banners;
  private final RecordReplay replay;
  private final KnowledgeBase knowledge;

  ReplayPage(
      Courses courses,
      Journeys journeys,
      PatientBanners banners,
      RecordReplay replay,
      KnowledgeBase knowledge) {
    this.courses = courses;
    this.journeys = journeys;
    this.banners = banners;
    this.replay = replay;
    this.knowledge = knowledge;
  }

  @GetMapping("/courses/{course}/replay")
  String show(@PathVariable UUID course, Model model) {
    var found = courses.get(course);
    model.addAttribute("patient", banners.of(found.patient()));
    model.addAttribute("steps", journeys.steps(found, Step.SCREENING));
    model.addAttribute("decisions", replay.of(found).reversed());
    model.addAttribute("inUse", knowledge);
    model.addAttribute("back", found.path("screening"));
    return "replay/replay";
  }
}

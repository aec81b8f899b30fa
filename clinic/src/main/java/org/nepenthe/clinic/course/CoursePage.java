package org.nepenthe.clinic.course;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// Opens a course at the step it has come to.
@Controller
final class CoursePage {
  private final Courses courses;
  private final Journeys journeys;

  CoursePage(Courses courses, Journeys journeys) {
    this.courses = courses;
    this.journeys = journeys;
  }

  @GetMapping("/courses/{course}")
  String open(@PathVariable UUID course) {
    return "redirect:" + journeys.next(courses.get(course));
  }
}

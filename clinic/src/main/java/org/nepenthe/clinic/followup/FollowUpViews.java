package org.nepenthe.clinic.followup;

import org.nepenthe.clinic.course.Course;
import org.nepenthe.clinic.course.Courses;
import org.nepenthe.clinic.course.Journeys;
import org.nepenthe.clinic.course.Step;
import org.nepenthe.clinic.patient.PatientBanners;
import org.nepenthe.clinic.patient.PatientCharts;
import org.nepenthe.clinic.platform.display.ClinicTime;
import org.nepenthe.clinic.platform.form.Form;
import org.nepenthe.clinic.platform.web.ChangedMeanwhile;
import org.nepenthe.knowledge.KnowledgeBase;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;

/// What the two pages of a look back have in common.
@Component
class FollowUpViews {
  private final FollowUpBook book;
  private final Courses courses;
  private final Journeys journeys;
  private final PatientCharts charts;
  private final PatientBanners banners;
  private final KnowledgeBase knowledge;
  private final ClinicTime time;

  FollowUpViews(
      FollowUpBook book,
      Courses courses,
      Journeys journeys,
      PatientCharts charts,
      PatientBanners banners,
      KnowledgeBase knowledge,
      ClinicTime time) {
    this.book = book;
    this.courses = courses;
    this.journeys = journeys;
    this.charts = charts;
    this.banners = banners;
    this.knowledge = knowledge;
    this.time = time;
  }

  /// The course, if the form was made for its patient.
  ///
  /// @throws ChangedMeanwhile if it was made for another
  Course samePatient(Course course, Form form) {
    if (!course.patient().toString().equals(form.value("patientId"))) {
      throw new ChangedMeanwhile(
          "This form",
          "It was made for another patient than the one this course belongs to.",
          course.path("followup"));
    }
    return course;
  }

  FollowUpBook.Gathered gather(Course course) {
    var chart =
        charts
            .chart(course.patient())
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    return book.gather(course, chart, courses.now());
  }

  void fill(Course course, Step step, Model model) {
    var chart =
        charts
            .chart(course.patient())
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    var now = courses.now();
    var gathered = book.gather(course, chart, now);
    model.addAttribute("course", course);
    model.addAttribute("patient", banners.of(course.patient()));
    model.addAttribute("steps", journeys.steps(course, step));
    model.addAttribute("view", FollowUpView.of(gathered, book.followUp(), knowledge, now, time));
  }
}

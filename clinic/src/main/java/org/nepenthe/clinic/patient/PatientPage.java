package org.nepenthe.clinic.patient;

import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.nepenthe.care.decision.PatientId;
import org.nepenthe.care.decision.Role;
import org.nepenthe.clinic.course.CoursePlace;
import org.nepenthe.clinic.course.CoursePlaces;
import org.nepenthe.clinic.course.Courses;
import org.nepenthe.clinic.course.Journeys;
import org.nepenthe.clinic.overriding.Overrides;
import org.nepenthe.clinic.platform.display.ClinicTime;
import org.nepenthe.clinic.security.CurrentActor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/// The chart of one patient.
@Controller
public final class PatientPage {
  private final PatientCharts charts;
  private final PatientBanners banners;
  private final Courses courses;
  private final Journeys journeys;
  private final CoursePlaces places;
  private final CurrentActor actor;
  private final InstantSource clock;
  private final ClinicTime time;
  private final Overrides overrides;

  PatientPage(
      PatientCharts charts,
      PatientBanners banners,
      Courses courses,
      Journeys journeys,
      CoursePlaces places,
      CurrentActor actor,
      InstantSource clock,
      ClinicTime time,
      Overrides overrides) {
    this.charts = charts;
    this.banners = banners;
    this.courses = courses;
    this.journeys = journeys;
    this.places = places;
    this.actor = actor;
    this.clock = clock;
    this.time = time;
    this.overrides = overrides;
  }

  /// The newest course and how far it has come.
  ///
  /// @param decided true where it is over: the next one starts with a referral of its own
  public record CourseSoFar(String path, String stage, boolean decided) {}

  @GetMapping("/patients/{patient}")
  String show(@PathVariable UUID patient, Model model) {
    var id = new PatientId(patient);
    var chart =
        charts.chart(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute("patient", banners.of(id));
    model.addAttribute("id", patient.toString());
    model.addAttribute("identity", chart.identity());
    model.addAttribute("chart", new ChartSummaries(time, clock.instant()).of(chart));
    model.addAttribute("course", course(id));
    model.addAttribute("overrides", overrides.of(id));
    model.addAttribute("may", May.of(actor.get().role()));
    return "patient/chart";
  }

  private Optional<CourseSoFar> course(PatientId patient) {
    var all = courses.of(patient);
    return all.isEmpty()
        ? Optional.empty()
        : courses
            .find(all.getLast())
            .map(course ->
                new CourseSoFar(
                    "/courses/" + course.id(),
                    journeys.current(course).words(),
                    places.find(course.id()).map(CoursePlace::decided).orElse(false)));
  }

  /// Which buttons lead somewhere for this person.
  public record May(
      boolean refer, boolean measure, boolean openCourse, boolean log, boolean simulate) {
    static May of(Role role) {
      return switch (role) {
        case PHYSICIAN -> new May(true, true, true, true, true);
        case NURSE -> new May(true, true, true, false, true);
        case FRONT_DESK -> new May(true, false, false, false, false);
        case PHARMACIST -> new May(false, false, true, false, true);
        case AUDITOR -> new May(false, false, true, true, false);
        case ADMINISTRATOR, SYSTEM -> new May(false, false, false, false, false);
      };
    }
  }
}

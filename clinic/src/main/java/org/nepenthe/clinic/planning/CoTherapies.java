package org.nepenthe.clinic.planning;

import java.util.List;
import java.util.Optional;
import org.nepenthe.care.chart.Chart;
import org.nepenthe.care.chart.Concepts;
import org.nepenthe.care.planning.cotherapy.Beside;
import org.nepenthe.care.planning.cotherapy.CoTherapyAgreed;
import org.nepenthe.care.planning.cotherapy.CoTherapyLine;
import org.nepenthe.care.referral.Referral;
import org.nepenthe.care.referral.ReferralState;
import org.nepenthe.clinic.course.Course;
import org.nepenthe.clinic.course.Courses;
import org.nepenthe.clinic.patient.PatientCharts;
import org.nepenthe.clinic.platform.display.ClinicTime;
import org.nepenthe.knowledge.KnowledgeBase;
import org.nepenthe.knowledge.medicine.Interaction;
import org.nepenthe.knowledge.medicine.Route;
import org.springframework.stereotype.Component;

/// What goes on beside ketamine in a course, as chart and referral have it and as it was agreed.
@Component
public class CoTherapies {
  private final PatientCharts charts;
  private final Courses courses;
  private final KnowledgeBase knowledge;
  private final ClinicTime time;

  CoTherapies(PatientCharts charts, Courses courses, KnowledgeBase knowledge, ClinicTime time) {
    this.charts = charts;
    this.courses = courses;
    this.knowledge = knowledge;
    this.time = time;
  }

  /// As pages show it.
  ///
  /// @param found what chart and referral name today
  /// @param questions what no chart shows and has to be asked on the day
  public record Shown(
      List<Beside.Found> found, Optional<CoTherapyAgreed> agreed, List<Interaction> questions) {
    public Shown {
      found = List.copyOf(found);
      questions = List.copyOf(questions);
    }

    /// What turned up since the agreement.
    public List<Beside.Found> notAgreed() {
      var known =
          agreed.stream()
              .flatMap(event -> event.lines().stream())
              .map(CoTherapyLine::what)
              .toList();
      return found.stream().filter(each -> !known.contains(each.what())).toList();
    }
  }

  public Shown shown(Course course) {
    var day = time.dayOf(courses.now());
    var chart = charts.chart(course.patient());
    return new Shown(
        Beside.of(
            chart.map(Chart::medications).orElse(List.of()),
            ReferralState.of(course.events())
                .current()
                .map(Referral::coTherapies)
                .orElse(List.of()),
            Concepts.of(knowledge, day),
            knowledge,
            day,
            Route.INTRAVENOUS),
        CoTherapyAgreed.newest(course.events()),
        Interaction.all(knowledge, day).stream()
            .filter(interaction -> interaction.asks().isPresent())
            .toList());
  }
}

package org.nepenthe.clinic.screening;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.nepenthe.care.decision.CourseId;
import org.nepenthe.clinic.course.CoursePlace;
import org.nepenthe.clinic.course.Courses;
import org.nepenthe.clinic.patient.PatientCharts;
import org.nepenthe.clinic.record.RecordAppended;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionalEventListener;

/// Knows of courses on the way to an infusion whose verdict no longer holds, without screening
/// everybody anew each time somebody looks at the board.
///
/// A verdict is asked again when the course or the chart has changed since, and in any case after a
/// while: answers and measurements also grow too old by themselves.
@Service
public class VerdictWatch {
  private static final Duration LOOK_AGAIN = Duration.ofMinutes(10);
  private static final String COURSE = "course";

  private final Map<CourseId, Seen> seen = new ConcurrentHashMap<>();
  private final Courses courses;
  private final Screenings screenings;
  private final PatientCharts charts;

  VerdictWatch(Courses courses, Screenings screenings, PatientCharts charts) {
    this.courses = courses;
    this.screenings = screenings;
    this.charts = charts;
  }

  /// @param chart which state of the chart was looked at
  /// @param sentence what has become of the verdict; empty where it holds
  private record Seen(String chart, Instant at, Optional<String> sentence) {}

  @TransactionalEventListener
  void appended(RecordAppended news) {
    if (news.stream().kind().equals(COURSE)) {
      seen.remove(CourseId.of(news.stream().id()));
    }
  }

  /// The courses among these whose verdict no longer holds, each with what has become of it.
  public Map<CourseId, String> noLongerHold(List<CoursePlace> places) {
    var states = charts.states(places.stream().map(CoursePlace::patient).toList());
    var changed = new HashMap<CourseId, String>();
    var now = courses.now();
    for (var place : places) {
      var chart = states.getOrDefault(place.patient(), "");
      var kept = seen.get(place.course());
      if (kept == null || !kept.chart().equals(chart) || kept.at().plus(LOOK_AGAIN).isBefore(now)) {
        kept = new Seen(chart, now, sentence(place.course()));
        seen.put(place.course(), kept);
      }
      kept.sentence().ifPresent(sentence -> changed.put(place.course(), sentence));
    }
    return changed;
  }

  private Optional<String> sentence(CourseId course) {
    return courses.find(course).flatMap(found -> screenings.standing(found).sentence());
  }
}

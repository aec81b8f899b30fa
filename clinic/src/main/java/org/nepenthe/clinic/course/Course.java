package org.nepenthe.clinic.course;

import java.util.List;
import org.nepenthe.care.decision.CareEvent;
import org.nepenthe.care.decision.CourseId;
import org.nepenthe.care.decision.PatientId;
import org.nepenthe.care.planning.PlanningState;
import org.nepenthe.clinic.record.RecordedEvent;

/// A course as its stream tells it, at a version.
///
/// @param version to be named by whoever writes next
public record Course(CourseId id, PatientId patient, long version, List<RecordedEvent> recorded) {
  public Course {
    recorded = List.copyOf(recorded);
  }

  /// What happened, oldest first; each stage folds its own part of it.
  public List<CareEvent> events() {
    return recorded.stream().map(RecordedEvent::event).toList();
  }

  /// The same course as it stood before one of its events.
  ///
  /// @param number how many events came before it
  public Course before(int number) {
    var earlier = recorded.subList(0, number);
    return new Course(id, patient, earlier.isEmpty() ? 0 : earlier.getLast().version(), earlier);
  }

  public PlanningState planning() {
    return PlanningState.of(
        recorded.stream()
            .map(event -> new PlanningState.Dated(event.event(), event.happenedAt()))
            .toList());
  }

  /// The address of one of its pages, for example `plan`.
  public String path(String page) {
    return "/courses/" + id + "/" + page;
  }
}

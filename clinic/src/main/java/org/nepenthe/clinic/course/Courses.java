package org.nepenthe.clinic.course;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.CareEvent;
import org.nepenthe.care.decision.CourseId;
import org.nepenthe.care.decision.PatientId;
import org.nepenthe.clinic.platform.display.ClinicTime;
import org.nepenthe.clinic.platform.web.ChangedMeanwhile;
import org.nepenthe.clinic.record.Append;
import org.nepenthe.clinic.record.Appended;
import org.nepenthe.clinic.record.CommandKey;
import org.nepenthe.clinic.record.EventRecord;
import org.nepenthe.clinic.record.Happening;
import org.nepenthe.clinic.record.RecordedEvent;
import org.nepenthe.clinic.record.StreamConflict;
import org.nepenthe.clinic.record.StreamId;
import org.nepenthe.clinic.security.CurrentActor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.web.server.ResponseStatusException;

/// Opens, reads and continues courses on behalf of whoever is signed in.
@Service
public class Courses {
  private static final String KIND = "course";

  private final EventRecord record;
  private final CurrentActor actor;
  private final InstantSource clock;
  private final ClinicTime time;

  Courses(EventRecord record, CurrentActor actor, InstantSource clock, ClinicTime time) {
    this.record = record;
    this.actor = actor;
    this.clock = clock;
    this.time = time;
  }

  /// A course, or the answer 404.
  public Course get(UUID id) {
    return find(new CourseId(id))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  public Optional<Course> find(CourseId id) {
    var events = record.read(StreamId.of(id));
    return events.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Course(id, events.getFirst().patient(), events.getLast().version(), events));
  }

  /// The patient's courses, oldest first.
  public List<CourseId> of(PatientId patient) {
    return record.streamsAbout(patient, KIND).stream()
        .map(stream -> CourseId.of(stream.id()))
        .toList();
  }

  /// Opens a course with its first event. The same form sent twice opens one course: its id is made
  /// from the form's key.
  public CourseId open(PatientId patient, UUID formKey, CareEvent first) {
    var id = new CourseId(formKey);
    record.append(
        append(StreamId.of(id), patient, 0, new CommandKey(formKey.toString()), at(first)));
    return id;
  }

  /// Continues a course with what happened now.
  ///
  /// @param seen the version that the person saw
  /// @throws ChangedMeanwhile if somebody else wrote since; nothing is stored then
  public Appended append(Course course, UUID formKey, long seen, CareEvent... events) {
    var happenings = Arrays.stream(events).map(this::at).toArray(Happening[]::new);
    try {
      return record.append(
          append(
              StreamId.of(course.id()),
              course.patient(),
              seen,
              new CommandKey(formKey.toString()),
              happenings));
    } catch (StreamConflict conflict) {
      throw changed(course.id());
    }
  }

  public Actor actor() {
    return actor.get();
  }

  public Instant now() {
    return clock.instant();
  }

  private ChangedMeanwhile changed(CourseId id) {
    var last = find(id).map(course -> course.recorded().getLast());
    return new ChangedMeanwhile(
        "This course",
        last.map(this::sentence).orElse("Somebody else changed it."),
        "/courses/" + id);
  }

  private String sentence(RecordedEvent event) {
    return event.actor().name()
        + " ("
        + event.actor().role().words()
        + ") recorded something at "
        + time.time(event.recordedAt())
        + " that you had not seen. Nothing you entered was stored.";
  }

  private Happening at(CareEvent event) {
    return new Happening(event, clock.instant());
  }

  private Append append(
      StreamId stream, PatientId patient, long seen, CommandKey key, Happening... happenings) {
    return new Append(stream, patient, seen, key, actor.get(), "browser", List.of(happenings));
  }
}

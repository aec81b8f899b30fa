package org.nepenthe.clinic.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.nepenthe.care.decision.CourseId;
import org.nepenthe.clinic.course.Course;
import org.nepenthe.clinic.course.DecidedAgain;
import org.nepenthe.clinic.course.DecidedAgain.Again;
import org.nepenthe.clinic.course.DecidedAgain.Kind;
import org.nepenthe.clinic.course.DecidesAgain;
import org.nepenthe.clinic.record.EventRecord;
import org.nepenthe.clinic.record.StreamId;
import org.springframework.stereotype.Service;

/// Decides everything on record again, course by course. Nothing is stored by it.
@Service
public class RecordReplay {
  private final EventRecord record;
  private final List<DecidesAgain> stages;

  RecordReplay(EventRecord record, List<DecidesAgain> stages) {
    this.record = record;
    this.stages = List.copyOf(stages);
  }

  /// How often a kind of decision came out how.
  public record Count(long same, long different, long notPossible) {
    static final Count NONE = new Count(0, 0, 0);

    Count plus(Again again) {
      return switch (again) {
        case Again.Same _ -> new Count(same + 1, different, notPossible);
        case Again.Differs _ -> new Count(same, different + 1, notPossible);
        case Again.NotPossible _ -> new Count(same, different, notPossible + 1);
      };
    }
  }

  /// A decision that came out differently. It says nothing of the patient.
  public record Difference(CourseId course, Kind kind, Instant at) {}

  /// What was found.
  ///
  /// @param counts each kind of decision
  /// @param notPossible how many cannot be decided again, by the reason
  public record Finding(
      Map<Kind, Count> counts, Map<String, Long> notPossible, List<Difference> differences) {
    public Finding {
      counts = Collections.unmodifiableMap(new EnumMap<>(counts));
      notPossible = Collections.unmodifiableMap(new TreeMap<>(notPossible));
      differences = List.copyOf(differences);
    }

    public boolean allTheSame() {
      return differences.isEmpty();
    }
  }

  /// Every course on record, oldest first.
  public List<StreamId> courses() {
    return record.streams("course");
  }

  /// Decides every decision of some courses again.
  ///
  /// @param progress is told of each course that is done
  public Finding of(List<StreamId> courses, LongConsumer progress) {
    var counts = new EnumMap<Kind, Count>(Kind.class);
    for (var kind : Kind.values()) {
      counts.put(kind, Count.NONE);
    }
    var notPossible = new TreeMap<String, Long>();
    var differences = new ArrayList<Difference>();
    for (var stream : courses) {
      var course = course(stream);
      for (var decided : of(course)) {
        counts.merge(decided.kind(), Count.NONE, (count, _) -> count.plus(decided.again()));
        switch (decided.again()) {
          case Again.Same _ -> {}
          case Again.Differs _ ->
              differences.add(new Difference(course.id(), decided.kind(), decided.at()));
          case Again.NotPossible(var because) -> notPossible.merge(because, 1L, Long::sum);
        }
      }
      progress.accept(1);
    }
    return new Finding(counts, notPossible, differences);
  }

  /// Every decision of a course, oldest first.
  List<DecidedAgain> of(Course course) {
    return stages.stream()
        .flatMap(stage -> stage.of(course).stream())
        .sorted(Comparator.comparing(DecidedAgain::at))
        .toList();
  }

  private Course course(StreamId stream) {
    var events = record.read(stream);
    return new Course(
        CourseId.of(stream.id()), events.getFirst().patient(), events.getLast().version(), events);
  }
}

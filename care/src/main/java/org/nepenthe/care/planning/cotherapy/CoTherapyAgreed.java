package org.nepenthe.care.planning.cotherapy;

import java.time.Instant;
import java.util.List;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.CareEvent;

/// What goes on beside ketamine in this course was agreed; the newest counts.
public record CoTherapyAgreed(List<CoTherapyLine> lines, Instant at, Actor by)
    implements CareEvent {
  public CoTherapyAgreed {
    lines = List.copyOf(lines);
  }

  /// The newest agreement of a course.
  public static java.util.Optional<CoTherapyAgreed> newest(List<? extends CareEvent> events) {
    return events.stream()
        .filter(CoTherapyAgreed.class::isInstance)
        .map(CoTherapyAgreed.class::cast)
        .reduce((_, newer) -> newer);
  }

  /// What is not to be taken on the day, or was asked about.
  public List<CoTherapyLine> notAsUsual() {
    return lines.stream().filter(line -> line.stance() != Stance.GOES_ON).toList();
  }
}

package org.nepenthe.clinic.record;

import java.util.List;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.PatientId;

/// A wish to append events to one stream.
///
/// @param expectedVersion the version the writer saw, 0 for a new stream: if somebody else wrote
///     meanwhile, the append is refused and nothing is lost
/// @param device what the writer worked at, in words
public record Append(
    StreamId stream,
    PatientId patient,
    long expectedVersion,
    CommandKey key,
    Actor actor,
    String device,
    List<Happening> happenings) {
  public Append {
    happenings = List.copyOf(happenings);
    if (happenings.isEmpty()) {
      throw new IllegalArgumentException("nothing to append to " + stream);
    }
  }
}

package org.nepenthe.care.screening.interview;

import java.time.Instant;
import java.util.List;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.CareEvent;

/// Somebody of the clinic attested a fact by name.
///
/// @param question id of the knowledge entry that asks, for example `ASK-PREGNANT`
/// @param note how they know, or why it does not apply; may be empty
/// @param refutes source ids of entries of the chart which, by this answer, do not hold; counted
///     only where a physician answers absent and says why in the note
public record InterviewAnswered(
    String question, Answer answer, String note, List<String> refutes, Actor by, Instant at)
    implements CareEvent {
  public InterviewAnswered {
    refutes = List.copyOf(refutes);
  }
}

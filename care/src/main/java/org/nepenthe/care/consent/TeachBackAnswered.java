package org.nepenthe.care.consent;

import java.time.Instant;
import java.util.List;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.CareEvent;

/// The patient answered questions about what was explained. Wrong answers are kept: they say where
/// the explanation failed, not the patient.
///
/// @param set id of the questions
/// @param setVersion which version of them
/// @param contentHash of the words that were read
/// @param recordedBy who asked and wrote the answers down
public record TeachBackAnswered(
    String set,
    String setVersion,
    String contentHash,
    List<Given> answers,
    Actor recordedBy,
    Instant answeredAt)
    implements CareEvent {
  public TeachBackAnswered {
    answers = List.copyOf(answers);
  }

  /// One answer.
  ///
  /// @param right whether it was the right one of the set it belongs to
  public record Given(String question, String answer, boolean right) {}
}

package org.nepenthe.care.consent;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nepenthe.care.decision.CareEvent;

/// Which questions the patient has answered, and how, at a moment. Answers to another version of
/// the questions do not count. The last answer to a question is the one that counts.
///
/// @param last the last answer by question, of the set in force
/// @param attempts how often questions of the set in force were answered
public record TeachBackState(
    TeachBack set, Map<String, TeachBackAnswered.Given> last, int attempts) {
  public TeachBackState {
    last = Map.copyOf(last);
  }

  /// The state from what had happened by then.
  ///
  /// @param set the questions in force at that moment
  public static TeachBackState of(List<? extends CareEvent> events, TeachBack set, Instant at) {
    var last = new LinkedHashMap<String, TeachBackAnswered.Given>();
    int attempts = 0;
    for (var event : events) {
      if (event instanceof TeachBackAnswered answered
          && !answered.answeredAt().isAfter(at)
          && answered.contentHash().equals(set.contentHash())) {
        attempts++;
        answered.answers().forEach(given -> last.put(given.question(), given));
      }
    }
    return new TeachBackState(set, last, attempts);
  }

  /// The questions not yet answered rightly, in their order.
  public List<TeachBack.Question> open() {
    return set.questions().stream().filter(question -> !right(question)).toList();
  }

  /// The questions answered rightly, in their order.
  public List<TeachBack.Question> settled() {
    return set.questions().stream().filter(this::right).toList();
  }

  /// Whether every question was answered rightly in the end: only then may consent be signed.
  public boolean passed() {
    return open().isEmpty();
  }

  /// Whether a question was answered, and not rightly: it is explained before it is asked again.
  public boolean wrong(TeachBack.Question question) {
    var given = last.get(question.key());
    return given != null && !given.right();
  }

  private boolean right(TeachBack.Question question) {
    var given = last.get(question.key());
    return given != null && given.right();
  }
}

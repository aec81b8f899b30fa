package org.nepenthe.care.followup;

import java.time.Instant;
import java.util.List;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.CareEvent;
import org.nepenthe.care.outcome.Answers;

/// The patient answered instruments at one moment.
///
/// @param at when the patient answered, which may be before it was recorded
public record ScoresTaken(Moment moment, List<Answers> answers, Instant at, Actor by)
    implements CareEvent {
  public ScoresTaken {
    answers = List.copyOf(answers);
  }

  /// Where in the course it was.
  public enum Moment {
    BASELINE("before the first infusion"),
    AFTER("after an infusion"),
    FOLLOW_UP("at a later visit");

    private final String words;

    Moment(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }
}

package org.nepenthe.care.screening.interview;

import java.time.Instant;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.CareEvent;
import org.nepenthe.care.referral.TherapyKind;

/// A clinician says by name whether one kind of therapy was tried well enough in this patient.
///
/// @param note what it rests on; may be empty
public record TrialJudged(TherapyKind kind, Judgement judgement, String note, Actor by, Instant at)
    implements CareEvent {

  /// What is said of it. No source gives a dose or a length, so nobody but a clinician says it.
  public enum Judgement {
    ADEQUATE("adequate, in dose and length"),
    NOT_ENOUGH("not long enough, or in too low a dose"),
    /// It counts as tried: more of it cannot be asked of the patient.
    NOT_TOLERATED("stopped for side effects, or cannot be given"),
    NOT_TRIED("not tried"),
    CANNOT_BE_TOLD("cannot be told");

    private final String words;

    Judgement(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }
}

package org.nepenthe.care.infusion.observation;

import java.time.Instant;

/// When somebody has to look at the patient next.
public record DueObservation(Instant dueAt, State state) {
  /// How near it is.
  public enum State {
    LATER,
    SOON,
    DUE,
    OVERDUE
  }

  public boolean overdue() {
    return state == State.OVERDUE;
  }
}

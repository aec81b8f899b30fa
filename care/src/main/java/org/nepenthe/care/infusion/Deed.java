package org.nepenthe.care.infusion;

import java.time.Instant;
import java.util.Optional;
import org.nepenthe.care.decision.Actor;

/// Who did something, by the clock when, and what time it is while they record it.
public record Deed(Actor by, Instant at, Instant now) {

  /// The reason why this moment cannot be true, if there is one.
  ///
  /// @param notBefore the earliest moment that can be true
  /// @param what it was that happened then: "the start"
  public Optional<Refusal> impossible(Instant notBefore, String what) {
    if (at.isAfter(now)) {
      return Optional.of(new Refusal("at", "This time is in the future"));
    }
    if (at.isBefore(notBefore)) {
      return Optional.of(new Refusal("at", "This time is before " + what));
    }
    return Optional.empty();
  }
}

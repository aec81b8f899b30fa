package org.nepenthe.care.decision;

import java.time.Instant;
import java.util.Optional;

/// Whether a criterion, as its title states it, is true of a patient: met, not met, or not known.
///
/// Not knowing is never taken for either answer.
public sealed interface Verdict {
  /// What was looked at, in words a clinician can check against the chart.
  String observed();

  /// When the deciding fact was observed; empty where nothing was.
  Optional<Instant> observedAt();

  record Met(String observed, Optional<Instant> observedAt) implements Verdict {}

  record NotMet(String observed, Optional<Instant> observedAt) implements Verdict {}

  /// @param observed what is missing, or why what there is cannot be used
  record Unknown(String observed, Optional<Instant> observedAt) implements Verdict {}

  static Verdict met(String observed, Instant at) {
    return new Met(observed, Optional.of(at));
  }

  static Verdict notMet(String observed, Instant at) {
    return new NotMet(observed, Optional.of(at));
  }

  static Verdict unknown(String missing) {
    return new Unknown(missing, Optional.empty());
  }

  /// Kleene's and: not met if either is not met, else unknown if either is unknown, else met.
  default Verdict and(Verdict other) {
    return switch (this) {
      case NotMet _ -> this;
      case Unknown _ -> other instanceof NotMet ? other : this;
      case Met _ -> other instanceof Met ? both(this, other) : other;
    };
  }

  /// Kleene's or: met if either is met, else unknown if either is unknown, else not met.
  default Verdict or(Verdict other) {
    return switch (this) {
      case Met _ -> this;
      case Unknown _ -> other instanceof Met ? other : this;
      case NotMet _ -> other instanceof NotMet ? neither(this, other) : other;
    };
  }

  /// Kleene's not: what is unknown stays unknown.
  default Verdict not() {
    return switch (this) {
      case Met(var observed, var at) -> new NotMet(observed, at);
      case NotMet(var observed, var at) -> new Met(observed, at);
      case Unknown _ -> this;
    };
  }

  private static Verdict both(Verdict a, Verdict b) {
    return new Met(a.observed() + "; " + b.observed(), later(a, b));
  }

  private static Verdict neither(Verdict a, Verdict b) {
    return new NotMet(a.observed() + "; " + b.observed(), later(a, b));
  }

  private static Optional<Instant> later(Verdict a, Verdict b) {
    if (a.observedAt().isEmpty()) {
      return b.observedAt();
    }
    return b.observedAt().filter(at -> at.isAfter(a.observedAt().get())).or(a::observedAt);
  }
}

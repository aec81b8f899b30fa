package org.nepenthe.care.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/// A value that was observed at some time, seen from a moment at which it is to be used.
///
/// Too old, dated in the future, and never observed are cases of their own: whoever uses a reading
/// has to say what they mean.
public sealed interface Reading<T> {
  /// How far a clock may run ahead before a value counts as dated in the future.
  Duration CLOCK_TOLERANCE = Duration.ofMinutes(1);

  record Fresh<T>(T value, Instant observedAt) implements Reading<T> {}

  /// Too old to be used, or dated in the future.
  record Stale<T>(T lastValue, Instant observedAt) implements Reading<T> {}

  record Absent<T>() implements Reading<T> {}

  /// Judges the age of a value on both sides.
  ///
  /// @param at the moment at which the value is to be used
  /// @param maximumAge the greatest age at which the value still counts, inclusive
  static <T> Reading<T> of(T value, Instant observedAt, Instant at, Duration maximumAge) {
    var age = Duration.between(observedAt, at);
    boolean usable =
        age.compareTo(maximumAge) <= 0 && age.compareTo(CLOCK_TOLERANCE.negated()) >= 0;
    return usable ? new Fresh<>(value, observedAt) : new Stale<>(value, observedAt);
  }

  static <T> Reading<T> absent() {
    return new Absent<>();
  }

  default <R> Reading<R> map(Function<? super T, ? extends R> f) {
    return switch (this) {
      case Fresh<T>(var value, var observedAt) -> new Fresh<>(f.apply(value), observedAt);
      case Stale<T>(var value, var observedAt) -> new Stale<>(f.apply(value), observedAt);
      case Absent<T> _ -> new Absent<>();
    };
  }

  default Optional<T> fresh() {
    return this instanceof Fresh<T>(var value, _) ? Optional.of(value) : Optional.empty();
  }
}

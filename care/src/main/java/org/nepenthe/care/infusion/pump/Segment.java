package org.nepenthe.care.infusion.pump;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.nepenthe.quantity.PumpRate;

/// A stretch of time over which the pump's rate is, as far as anybody said, the same.
public sealed interface Segment {
  Instant from();

  /// Empty while it goes on.
  Optional<Instant> to();

  record Running(PumpRate rate, Instant from, Optional<Instant> to) implements Segment {}

  record OnHold(Instant from, Optional<Instant> to) implements Segment {}

  /// Nobody has said what the pump did.
  ///
  /// @param presumed the last rate anybody recorded before
  record Unknown(PumpRate presumed, Instant from, Optional<Instant> to) implements Segment {}

  /// How much of this stretch has passed at a moment; zero before it.
  default Duration elapsedAt(Instant at) {
    var end = to().filter(at::isAfter).orElse(at);
    var elapsed = Duration.between(from(), end);
    return elapsed.isNegative() ? Duration.ZERO : elapsed;
  }
}

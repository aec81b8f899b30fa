package org.nepenthe.care.planning.series;

import java.time.Duration;
import java.time.Instant;

/// One infusion of a series: when, for how long a chair is needed, and which.
///
/// @param number which infusion of the course, from 1
/// @param minutes for which the chair is taken, recovery included
public record PlannedInfusion(int number, Phase phase, Instant from, int minutes, String chair) {
  public PlannedInfusion {
    if (minutes <= 0) {
      throw new IllegalArgumentException("time in the chair must be above 0 min, was " + minutes);
    }
  }

  public Instant until() {
    return from.plus(Duration.ofMinutes(minutes));
  }

  /// True where the two need their chair at one moment; one that begins as the other ends does not.
  public boolean overlaps(PlannedInfusion other) {
    return from.isBefore(other.until()) && other.from().isBefore(until());
  }
}

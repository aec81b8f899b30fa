package org.nepenthe.pharmacology.fit;

import java.util.Optional;

/// Whether a level is what the model would expect of this person, judged by the other levels alone.
///
/// @param expected ng/mL, the median
/// @param lower ng/mL; of a hundred such levels ninety-five lie between this and `upper`
/// @param probability that a level would lie at least this far off by chance
/// @param fittingMinute where the person's curve, by the other levels, passes through this one
///     nearest to the time it is said to be of; within two hours of it
public record LevelCheck(
    MeasuredLevel level,
    double expected,
    double lower,
    double upper,
    double probability,
    Optional<Double> fittingMinute) {
  private static final double RARE = 0.01;

  /// False for a level that only one person in a hundred would have by chance.
  public boolean isPlausible() {
    return probability >= RARE;
  }

  /// Not plausible when it is said to be of, and just right at another time.
  public boolean looksMistimed() {
    return !isPlausible() && fittingMinute.isPresent();
  }
}

package org.nepenthe.pharmacology.population.people;

import org.nepenthe.pharmacology.population.kernel.NormalQuantile;

/// How a covariate is spread among people: normal, with nobody drawn beyond its ends.
///
/// @param mean of the normal distribution
/// @param deviation standard deviation of the normal distribution; what is left between the ends
///     varies less
public record Spread(double mean, double deviation, double from, double to) {
  public Spread {
    if (!(deviation > 0 && from < to && from <= mean && mean <= to && to - from < 1e6)) {
      throw new IllegalArgumentException(
          "a spread needs a deviation above 0 and a mean between its ends, was "
              + (mean + " (" + deviation + "), " + from + " to " + to));
    }
  }

  /// The shares of the normal distribution below the ends, which take long to find and are kept.
  record Ends(double lowest, double highest) {}

  Ends ends() {
    return new Ends(
        NormalQuantile.share((from - mean) / deviation),
        NormalQuantile.share((to - mean) / deviation));
  }

  /// The value below which a share of the people drawn lies.
  double at(Ends ends, double share) {
    double below = ends.lowest() + share * (ends.highest() - ends.lowest());
    return mean + deviation * NormalQuantile.of(below);
  }
}

package org.nepenthe.pharmacology.population;

import java.util.List;

/// How the concentrations of a population are spread at each time. A percentile is the value of the
/// nearest rank, within 0.5 % of it: the smallest that at least so many percent of the people do
/// not exceed.
public final class PercentileBands {
  private final List<Double> minutes;
  private final long persons;
  private final RowHistogram plasma;
  private final RowHistogram effect;

  PercentileBands(List<Double> minutes, long persons, RowHistogram plasma, RowHistogram effect) {
    this.minutes = minutes;
    this.persons = persons;
    this.plasma = plasma;
    this.effect = effect;
  }

  public List<Double> minutes() {
    return minutes;
  }

  public long persons() {
    return persons;
  }

  /// At each of the minutes, in ng/mL.
  ///
  /// @param percent above 0, at most 100
  public double[] at(Site site, double percent) {
    long rank = rank(persons, percent);
    var rows =
        switch (site) {
          case PLASMA -> plasma;
          case EFFECT -> effect;
        };
    var values = new double[minutes.size()];
    for (int row = 0; row < values.length; row++) {
      values[row] = rows.ranked(row, rank);
    }
    return values;
  }

  static long rank(long persons, double percent) {
    if (!(percent > 0 && percent <= 100)) {
      throw new IllegalArgumentException(
          "a percentile must lie above 0 and up to 100 %, was " + percent + " %");
    }
    return Math.clamp((long) Math.ceil(percent / 100 * persons), 1, persons);
  }
}

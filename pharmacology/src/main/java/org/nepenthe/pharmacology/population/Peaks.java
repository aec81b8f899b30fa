package org.nepenthe.pharmacology.population;

/// How each person's highest concentration among the times is spread.
public final class Peaks {
  private final long persons;
  private final RowHistogram plasma;
  private final RowHistogram effect;

  Peaks(long persons, RowHistogram plasma, RowHistogram effect) {
    this.persons = persons;
    this.plasma = plasma;
    this.effect = effect;
  }

  /// In ng/mL, within 0.5 % of the value of the nearest rank.
  ///
  /// @param percent above 0, at most 100
  public double at(Site site, double percent) {
    long rank = PercentileBands.rank(persons, percent);
    return switch (site) {
      case PLASMA -> plasma.ranked(0, rank);
      case EFFECT -> effect.ranked(0, rank);
    };
  }
}

package org.nepenthe.pharmacology.population;

import java.util.Arrays;

/// Counts for percentiles of each person's highest concentration.
final class PeakTally implements Tally<PeakTally> {
  final RowHistogram plasma;
  final RowHistogram effect;
  private final double[] highestPlasma;
  private final double[] highestEffect;

  PeakTally(RowHistogram plasma, RowHistogram effect, int lanes) {
    this.plasma = plasma;
    this.effect = effect;
    highestPlasma = new double[lanes];
    highestEffect = new double[lanes];
  }

  @Override
  public void take(CurveBlock block) {
    highest(block.plasma, block, highestPlasma);
    highest(block.effect, block, highestEffect);
  }

  static void highest(double[] rows, CurveBlock block, double[] highest) {
    for (int row = 0; row < block.rows; row++) {
      int offset = row * block.stride();
      for (int i = 0; i < block.persons; i++) {
        highest[i] = Math.max(highest[i], rows[offset + i]);
      }
    }
  }

  @Override
  public void done(CurveBlock block) {
    plasma.count(0, highestPlasma, 0, block.persons);
    effect.count(0, highestEffect, 0, block.persons);
    Arrays.fill(highestPlasma, 0);
    Arrays.fill(highestEffect, 0);
  }

  @Override
  public PeakTally plus(PeakTally other) {
    plasma.add(other.plasma);
    effect.add(other.effect);
    return this;
  }
}

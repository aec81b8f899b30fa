package org.nepenthe.pharmacology.population;

/// Counts for percentiles at every time.
final class BandTally implements Tally<BandTally> {
  final RowHistogram plasma;
  final RowHistogram effect;

  BandTally(RowHistogram plasma, RowHistogram effect) {
    this.plasma = plasma;
    this.effect = effect;
  }

  @Override
  public void take(CurveBlock block) {
    for (int row = 0; row < block.rows; row++) {
      int offset = row * block.stride();
      plasma.count(block.firstRow + row, block.plasma, offset, block.persons());
      effect.count(block.firstRow + row, block.effect, offset, block.persons());
    }
  }

  @Override
  public BandTally plus(BandTally other) {
    plasma.add(other.plasma);
    effect.add(other.effect);
    return this;
  }
}

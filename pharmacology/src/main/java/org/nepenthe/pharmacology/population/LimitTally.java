package org.nepenthe.pharmacology.population;

/// Counts of people outside limits: at every time, and ever.
final class LimitTally implements Tally<LimitTally> {
  private final Limits limits;
  private final boolean[] left;
  final long[] below;
  final long[] above;
  long ever;

  LimitTally(Limits limits, int times, int lanes) {
    this.limits = limits;
    below = new long[times];
    above = new long[times];
    left = new boolean[lanes];
  }

  @Override
  public void take(CurveBlock block) {
    var values = limits.site().rows(block);
    for (int row = 0; row < block.rows; row++) {
      int offset = row * block.stride();
      int low = 0;
      int high = 0;
      for (int i = 0; i < block.persons; i++) {
        boolean under = values[offset + i] < limits.lower();
        boolean over = values[offset + i] > limits.upper();
        low += under ? 1 : 0;
        high += over ? 1 : 0;
        left[i] |= under || over;
      }
      below[block.firstRow + row] += low;
      above[block.firstRow + row] += high;
    }
  }

  @Override
  public void done(CurveBlock block) {
    for (int i = 0; i < block.persons; i++) {
      ever += left[i] ? 1 : 0;
      left[i] = false;
    }
  }

  @Override
  public LimitTally plus(LimitTally other) {
    for (int row = 0; row < below.length; row++) {
      below[row] += other.below[row];
      above[row] += other.above[row];
    }
    ever += other.ever;
    return this;
  }
}

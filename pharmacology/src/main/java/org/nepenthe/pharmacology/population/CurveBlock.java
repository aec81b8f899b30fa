package org.nepenthe.pharmacology.population;

import org.nepenthe.pharmacology.population.kernel.Bodies;

/// Memory for the curves of some persons side by side, made once and filled again and again: a row
/// of concentrations for each time, in ng/mL.
public final class CurveBlock {
  /// Rows are longer than a power of two, or they would all fall on a few lines of the cache.
  private static final int PADDING = 8;

  final double[] plasma;
  final double[] effect;
  private final int lanes;
  private final int capacity;

  // What it holds at present.
  long firstPerson;
  int persons;
  int firstRow;
  int rows;

  /// @param lanes how many persons, a multiple of 8
  /// @param rows how many times
  public CurveBlock(int lanes, int rows) {
    if (lanes <= 0 || lanes % Bodies.MULTIPLE != 0 || rows <= 0) {
      throw new IllegalArgumentException(
          "a block needs a multiple of 8 persons and a time, was " + lanes + " by " + rows);
    }
    this.lanes = lanes;
    this.capacity = rows;
    plasma = new double[rows * stride()];
    effect = new double[rows * stride()];
  }

  /// Concentration in plasma.
  public double plasma(int lane, int row) {
    return plasma[row * stride() + lane];
  }

  /// Concentration at the effect site.
  public double effect(int lane, int row) {
    return effect[row * stride() + lane];
  }

  /// How many persons there is room for.
  public int lanes() {
    return lanes;
  }

  /// How many times there is room for.
  public int capacity() {
    return capacity;
  }

  /// How many persons, from lane 0, it holds.
  public int persons() {
    return persons;
  }

  int stride() {
    return lanes + PADDING;
  }
}

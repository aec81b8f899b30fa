package org.nepenthe.pharmacology.solver;

import org.nepenthe.pharmacology.solver.Solver.Stride;

/// A solver that keeps the last step's length, because the steps of a grid are alike: an even grid
/// then costs its exponentials once. The values are those of the solver. Not for several threads at
/// once.
public final class EvenSteps {
  private final Solver solver;
  private double length;
  private Stride stride;

  public EvenSteps(Solver solver) {
    this.solver = solver;
    this.length = 0;
    this.stride = (state, _) -> state.clone();
  }

  /// The state after `minutes`, as a new array.
  ///
  /// @param rate the constant input in mg/min
  public double[] step(double[] state, double rate, double minutes) {
    if (minutes != length) {
      stride = solver.over(minutes);
      length = minutes;
    }
    return stride.step(state, rate);
  }
}

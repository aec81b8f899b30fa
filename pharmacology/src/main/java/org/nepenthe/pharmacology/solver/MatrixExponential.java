package org.nepenthe.pharmacology.solver;

/// The general route: the exponential of the system's matrix with its constant input, exact for any
/// linear system whether or not its time constants coincide.
public final class MatrixExponential implements Solver {
  private final LinearSystem system;

  public MatrixExponential(LinearSystem system) {
    this.system = system;
  }

  @Override
  public Stride over(double minutes) {
    // The input is carried as one unit so that a large rate does not inflate the norm.
    var transition = Exponential.of(system.augmented(1, minutes));
    return (state, rate) -> stepped(transition, state, rate);
  }

  private static double[] stepped(double[][] transition, double[] state, double rate) {
    int n = transition.length - 1;
    var next = new double[n];
    for (int i = 0; i < n; i++) {
      double sum = transition[i][n] * rate;
      for (int j = 0; j < n; j++) {
        sum += transition[i][j] * state[j];
      }
      next[i] = Math.max(0, sum);
    }
    return next;
  }
}

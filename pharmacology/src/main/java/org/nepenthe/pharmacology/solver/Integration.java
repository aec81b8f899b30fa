package org.nepenthe.pharmacology.solver;

/// The third route for a linear system: numerical integration of its differential equations. Slower
/// than the other two and never needed for an answer; it shares no formula with them, so that an
/// error of theirs shows.
public final class Integration implements Solver {
  private final LinearSystem system;

  public Integration(LinearSystem system) {
    this.system = system;
  }

  @Override
  public Stride over(double minutes) {
    return (state, rate) -> integrated(state, rate, minutes);
  }

  private double[] integrated(double[] state, double rate, double minutes) {
    double scale = rate * minutes;
    for (double amount : state) {
      scale += Math.abs(amount);
    }
    double absolute = Math.clamp(scale * 1e-17, Double.MIN_NORMAL, 0.1);
    OdeSystem slopes = (_, x, slope) -> system.slopes(x, rate, slope);
    var next = OdeSolver.of(slopes, OdeSolver.RELATIVE, absolute).solve(state, 0, minutes);
    for (int i = 0; i < next.length; i++) {
      next[i] = Math.max(0, next[i]);
    }
    return next;
  }
}

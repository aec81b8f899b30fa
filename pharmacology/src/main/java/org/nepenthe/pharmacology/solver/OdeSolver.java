package org.nepenthe.pharmacology.solver;

/// Solves any system of ordinary differential equations in steps of their own length, each held to
/// a tolerated error: the route for what is not linear, such as a clearance that changes with time
/// or saturates, and an oracle for the exact routes, with which it shares no formula.
///
/// The method is explicit, so a very fast and a very slow process together cost many steps: some
/// thousand steps for each thousand half-lives of the fastest process.
///
/// ```
/// OdeSystem saturating = (minute, x, slope) -> slope[0] = -2.0 * x[0] / (5.0 + x[0]);
/// double[] after = OdeSolver.of(saturating).solve(new double[] {10}, 0, 60);
/// ```
public final class OdeSolver {
  /// What each step may be off by, relative to the state it makes.
  public static final double RELATIVE = 1e-11;

  private static final int MOST_STEPS = 5_000_000;

  private final OdeSystem system;
  private final double relative;
  private final double absolute;

  private OdeSolver(OdeSystem system, double relative, double absolute) {
    this.system = system;
    this.relative = tolerance(relative, "relative");
    this.absolute = tolerance(absolute, "absolute");
  }

  /// With the tolerances that agree with the exact routes to eight digits in states between
  /// a nanogram and a kilogram.
  public static OdeSolver of(OdeSystem system) {
    return new OdeSolver(system, RELATIVE, 1e-14);
  }

  /// @param relative what a step may be off by, as a fraction of the state; 1e-13 to 0.1
  /// @param absolute the same in units of the state, which counts where the state is near zero
  public static OdeSolver of(OdeSystem system, double relative, double absolute) {
    return new OdeSolver(system, relative, absolute);
  }

  /// The state at `until`, as a new array; the given one is left as it is.
  ///
  /// @throws IllegalArgumentException for times that are not finite or go back, or a state that is
  ///     not finite
  /// @throws ArithmeticException where the system has no finite solution that could be followed
  public double[] solve(double[] state, double from, double until) {
    finite(state, from);
    if (!(from <= until && until - from <= 1e9)) {
      throw new IllegalArgumentException(
          "time must go on and stay finite: from " + from + " min until " + until + " min");
    }
    var method = new DormandPrince(system, state.length);
    var now = state.clone();
    var next = new double[state.length];
    double minute = from;
    double step = firstStep(state, from, until);
    for (int steps = 0; minute < until; steps++) {
      if (steps == MOST_STEPS || minute + step == minute) {
        throw new ArithmeticException(
            "no solution could be followed beyond " + minute + " min, after " + steps + " steps");
      }
      boolean last = step >= until - minute;
      double tried = last ? until - minute : step;
      double error = method.attempt(minute, tried, now, next, relative, absolute);
      if (error <= 1) {
        minute = last ? until : minute + tried;
        var kept = now;
        now = next;
        next = kept;
      }
      step = tried * factor(error);
    }
    return now;
  }

  /// A step that is not a number is as bad as one that is far too long.
  private static double factor(double error) {
    if (!(error <= 1e30)) {
      return 0.1;
    }
    return error == 0 ? 8 : Math.clamp(0.9 * Math.pow(error, -0.125), 0.1, 8.0);
  }

  /// A hundredth of the time in which the state would change by itself at its first slope.
  private double firstStep(double[] state, double from, double until) {
    var slopes = new double[state.length];
    system.slopes(from, state, slopes);
    double fastest = 0;
    for (int i = 0; i < state.length; i++) {
      double tolerated = absolute + relative * Math.abs(state[i]);
      double scale = Math.max(Math.abs(state[i]), 1e6 * tolerated);
      fastest = Math.max(fastest, Math.abs(slopes[i]) / scale);
    }
    double longest = Math.max(until - from, Double.MIN_NORMAL);
    return fastest > 0 ? Math.min(longest, 0.01 / fastest) : Math.min(longest, 1e-3);
  }

  private static void finite(double[] state, double minute) {
    for (double value : state) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException(
            "a state must be finite, was " + value + " at " + minute + " min");
      }
    }
  }

  private static double tolerance(double value, String name) {
    double least = name.equals("relative") ? 1e-13 : 0;
    if (!(value >= least && value <= 0.1 && value > 0)) {
      throw new IllegalArgumentException(
          "the " + name + " tolerance must lie between " + least + " and 0.1, was " + value);
    }
    return value;
  }
}

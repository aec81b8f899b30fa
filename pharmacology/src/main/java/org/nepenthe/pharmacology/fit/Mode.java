package org.nepenthe.pharmacology.fit;

/// Where a posterior is highest, found by steps of Levenberg and Marquardt with the expected
/// information in place of the second derivative (Fisher scoring), which is always positive
/// definite: every step goes uphill or is shortened until it does.
///
/// @param value of the posterior there, minus twice its logarithm
@SuppressWarnings("ArrayRecordComponent") // never leaves this package, never compared
record Mode(double[] eta, double value) {
  private static final int MOST_STEPS = 200;

  /// A deviation beyond e^8, three-thousandfold, is no person.
  private static final double LARGEST = 8;

  static Mode of(Posterior posterior, double[] start) {
    var eta = start.clone();
    double value = posterior.value(eta);
    double damping = 1e-4;
    for (int i = 0; i < MOST_STEPS && damping < 1e12; i++) {
      var here = posterior.linearised(eta);
      boolean better = false;
      double largest = 0;
      while (!better && damping < 1e12) {
        var trial = step(eta, here, damping);
        largest = distance(eta, trial);
        double there = posterior.value(trial);
        better = there < value;
        if (better) {
          eta = trial;
          value = there;
          damping = Math.max(damping / 10, 1e-9);
        } else if (largest < 1e-9) {
          return new Mode(eta, value);
        } else {
          damping *= 8;
        }
      }
      if (largest < 1e-9) {
        break;
      }
    }
    return new Mode(eta, value);
  }

  private static double[] step(double[] eta, Posterior.Linearised here, double damping) {
    int n = eta.length;
    var damped = new double[n][];
    for (int i = 0; i < n; i++) {
      damped[i] = here.information()[i].clone();
      damped[i][i] *= 1 + damping;
    }
    var move = new Cholesky(damped).solve(here.gradient());
    var next = new double[n];
    for (int i = 0; i < n; i++) {
      next[i] = Math.clamp(eta[i] - move[i], -LARGEST, LARGEST);
    }
    return next;
  }

  private static double distance(double[] a, double[] b) {
    double largest = 0;
    for (int i = 0; i < a.length; i++) {
      largest = Math.max(largest, Math.abs(a[i] - b[i]));
    }
    return largest;
  }
}

package org.nepenthe.pharmacology.fit;

import org.nepenthe.pharmacology.solver.Cholesky;

/// Where a posterior is highest, found by the method of Broyden, Fletcher, Goldfarb and Shanno,
/// started from the expected information in place of the second derivative and shortened as
/// Levenberg and Marquardt do (Nocedal J, Wright SJ. Numerical Optimization, 2nd edition 2006,
/// chapters 6 and 10): every step goes uphill or is made shorter until it does.
///
/// @param value of the posterior there, minus twice its logarithm
@SuppressWarnings("ArrayRecordComponent") // never leaves this package, never compared
record Mode(double[] eta, double value) {
  /// Steps shorter than this are not worth taking.
  static final double FINE = 1e-9;

  /// Near enough to start from.
  static final double COARSE = 1e-3;

  private static final int MOST_STEPS = 200;
  private static final double MOST_DAMPING = 1e10;

  /// A deviation beyond e^8, three-thousandfold, is no person.
  private static final double LARGEST = 8;

  static Mode of(Posterior posterior, double[] start, double tolerance) {
    var here = posterior.linearised(start);
    var curvature = here.information();
    double damping = 0;
    for (int i = 0; i < MOST_STEPS && damping < MOST_DAMPING; i++) {
      var trial = step(here, curvature, damping);
      if (longest(here.eta(), trial) < tolerance) {
        break;
      }
      var there = posterior.linearised(trial);
      if (there.value() < here.value()) {
        curvature = updated(curvature, here, there);
        here = there;
        damping /= 10;
      } else {
        curvature = here.information();
        damping = Math.max(1e-3, 8 * damping);
      }
    }
    return new Mode(here.eta(), here.value());
  }

  private static double[] step(Posterior.Linearised here, double[][] curvature, double damping) {
    int n = curvature.length;
    var damped = new double[n][];
    for (int i = 0; i < n; i++) {
      damped[i] = curvature[i].clone();
      damped[i][i] *= 1 + damping;
    }
    var move = new Cholesky(damped).solve(here.gradient());
    var next = new double[n];
    for (int i = 0; i < n; i++) {
      next[i] = Math.clamp(here.eta()[i] - move[i], -LARGEST, LARGEST);
    }
    return next;
  }

  /// The curvature that the change of gradient shows along the step; positive definite as before.
  private static double[][] updated(
      double[][] curvature, Posterior.Linearised from, Posterior.Linearised to) {
    int n = curvature.length;
    var moved = new double[n];
    var change = new double[n];
    var expected = new double[n];
    for (int i = 0; i < n; i++) {
      moved[i] = to.eta()[i] - from.eta()[i];
      change[i] = to.gradient()[i] - from.gradient()[i];
    }
    double seen = 0;
    double believed = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        expected[i] += curvature[i][j] * moved[j];
      }
      seen += change[i] * moved[i];
      believed += expected[i] * moved[i];
    }
    if (!(seen > 1e-3 * believed)) {
      return to.information();
    }
    var next = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        next[i][j] =
            curvature[i][j] + change[i] * change[j] / seen - expected[i] * expected[j] / believed;
      }
    }
    return next;
  }

  private static double longest(double[] a, double[] b) {
    double longest = 0;
    for (int i = 0; i < a.length; i++) {
      longest = Math.max(longest, Math.abs(a[i] - b[i]));
    }
    return longest;
  }
}

package org.nepenthe.pharmacology.solver;

/// The rate constants, in 1/min, at which the modes of a mammillary body decay: the roots of its
/// characteristic polynomial, all real and positive, fastest first.
public final class Eigenvalues {
  private Eigenvalues() {}

  public static double[] of(Mammillary body) {
    var peripherals = body.peripherals();
    return switch (body.compartments()) {
      case 1 -> new double[] {body.k10()};
      case 2 -> quadratic(body.k10(), peripherals.getFirst());
      default -> cubic(body.k10(), peripherals.getFirst(), peripherals.getLast());
    };
  }

  private static double[] quadratic(double k10, Mammillary.Exchange second) {
    double difference = k10 + second.out() - second.back();
    double root = Math.sqrt(difference * difference + 4 * second.out() * second.back());
    double fast = (k10 + second.out() + second.back() + root) / 2;
    return new double[] {fast, k10 * second.back() / fast};
  }

  /// Roots of `s^3 - a2 s^2 + a1 s - a0` by the trigonometric method, then polished: the method
  /// alone gives a slow root only as many digits as the fastest leaves over.
  private static double[] cubic(double k10, Mammillary.Exchange second, Mammillary.Exchange third) {
    double k21 = second.back();
    double k31 = third.back();
    double a2 = k10 + second.out() + third.out() + k21 + k31;
    double a1 = k10 * (k21 + k31) + second.out() * k31 + third.out() * k21 + k21 * k31;
    double a0 = k10 * k21 * k31;
    double mean = a2 / 3;
    double spread = Math.sqrt(Math.max(0, mean * mean - a1 / 3));
    double offset = mean * mean * mean - a1 * mean / 2 + a0 / 2;
    double cosine = spread == 0 ? 1 : offset / (spread * spread * spread);
    double angle = Math.acos(Math.clamp(cosine, -1.0, 1.0)) / 3;
    var roots = new double[3];
    for (int i = 0; i < 3; i++) {
      // i = 0 is the largest root, then the middle, then the smallest
      double turn = i == 0 ? 0 : i == 1 ? -2 * Math.PI / 3 : 2 * Math.PI / 3;
      roots[i] = polished(mean + 2 * spread * Math.cos(angle + turn), a2, a1, a0);
    }
    return roots;
  }

  private static double polished(double start, double a2, double a1, double a0) {
    double root = start;
    for (int i = 0; i < 4; i++) {
      double slope = (3 * root - 2 * a2) * root + a1;
      if (slope == 0) {
        return root;
      }
      root -= (((root - a2) * root + a1) * root - a0) / slope;
    }
    return root;
  }
}

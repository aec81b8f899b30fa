package org.nepenthe.pharmacology.solver;

import java.util.Optional;

/// The fast route for mammillary bodies: the state is split into modes that each decay at one rate
/// constant, so a step costs one exponential per mode.
///
/// The amounts are first scaled so that the exchange matrix is symmetric; its eigenvectors are then
/// orthonormal, and splitting and putting together lose no digits. The effect site is integrated
/// over each mode in a form that has no singularity where `ke0` equals a rate constant.
public final class ClosedForm implements Solver {
  /// Modes closer than this, relative to the faster one, are left to the matrix exponential: the
  /// eigenvectors lose as many digits as the gap has zeros.
  private static final double SMALLEST_GAP = 1e-4;

  private final Mammillary body;
  private final double[] lambda;
  private final double[][] vectors;
  private final double[] scale;

  private ClosedForm(Mammillary body, double[] lambda, double[][] vectors, double[] scale) {
    this.body = body;
    this.lambda = lambda;
    this.vectors = vectors;
    this.scale = scale;
  }

  /// Empty where the body's time constants lie too close together.
  public static Optional<ClosedForm> of(Mammillary body) {
    var lambda = Eigenvalues.of(body);
    int n = lambda.length;
    var vectors = new double[n][n];
    var scale = new double[n];
    scale[0] = 1;
    for (int j = 1; j < n; j++) {
      var exchange = body.peripherals().get(j - 1);
      scale[j] = Math.sqrt(exchange.back() / exchange.out());
    }
    for (int i = 0; i < n; i++) {
      if (!(lambda[i] > 0) || (i > 0 && tooClose(lambda[i - 1], lambda[i]))) {
        return Optional.empty();
      }
      double square = 1;
      vectors[i][0] = 1;
      for (int j = 1; j < n; j++) {
        var exchange = body.peripherals().get(j - 1);
        if (tooClose(exchange.back(), lambda[i])) {
          return Optional.empty();
        }
        vectors[i][j] = Math.sqrt(exchange.out() * exchange.back()) / (exchange.back() - lambda[i]);
        square += vectors[i][j] * vectors[i][j];
      }
      for (int j = 0; j < n; j++) {
        vectors[i][j] /= Math.sqrt(square);
      }
    }
    return Optional.of(new ClosedForm(body, lambda, vectors, scale));
  }

  private static boolean tooClose(double a, double b) {
    return Math.abs(a - b) < SMALLEST_GAP * Math.max(a, b);
  }

  @Override
  public Stride over(double minutes) {
    int n = lambda.length;
    double ke0 = body.ke0();
    double decayed = -Math.expm1(-ke0 * minutes) / ke0;
    var carried = new double[n];
    var left = new double[n];
    var lost = new double[n];
    for (int i = 0; i < n; i++) {
      carried[i] = convolved(ke0, lambda[i], minutes);
      left[i] = Math.exp(-lambda[i] * minutes);
      lost[i] = Math.expm1(-lambda[i] * minutes);
    }
    double effectLeft = Math.exp(-ke0 * minutes);
    return (state, rate) -> stepped(state, rate, carried, left, lost, decayed, effectLeft);
  }

  private double[] stepped(
      double[] state,
      double rate,
      double[] carried,
      double[] left,
      double[] lost,
      double decayed,
      double effectLeft) {
    int n = lambda.length;
    double central = 0;
    var next = new double[n + 1];
    for (int i = 0; i < n; i++) {
      double mode = 0;
      for (int j = 0; j < n; j++) {
        mode += vectors[i][j] * scale[j] * state[j];
      }
      double input = rate * vectors[i][0];
      central += vectors[i][0] * (mode * carried[i] + input * (decayed - carried[i]) / lambda[i]);
      double after = mode * left[i] - input * lost[i] / lambda[i];
      for (int j = 0; j < n; j++) {
        next[j] += vectors[i][j] * after;
      }
    }
    for (int j = 0; j < n; j++) {
      next[j] = Math.max(0, next[j] / scale[j]);
    }
    double effect = state[n] * effectLeft + body.ke0() * central / body.v1();
    next[n] = Math.max(0, effect);
    return next;
  }

  /// The integral from 0 to t of `e^(-a (t-s)) e^(-b s) ds`, with no loss where a equals b.
  private static double convolved(double a, double b, double t) {
    double gap = Math.abs(a - b);
    double slow = Math.exp(-Math.min(a, b) * t);
    return gap * t < 1e-300 ? slow * t : slow * -Math.expm1(-gap * t) / gap;
  }
}

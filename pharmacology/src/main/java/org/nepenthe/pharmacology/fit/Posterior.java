package org.nepenthe.pharmacology.fit;

import java.util.List;
import org.nepenthe.pharmacology.model.ResidualError;

/// How probable a deviation is, given the levels: minus twice the logarithm of the posterior
/// density, `sum(misfit) + eta' Omega^-1 eta`, up to a constant (Sheiner LB, Beal SL. Bayesian
/// individualization of pharmacokinetics: simple implementation and comparison with non-Bayesian
/// methods. J Pharm Sci 1982;71:1344-1348). The logarithm of the residual variance is part of the
/// misfit, because a proportional error grows with the prediction.
final class Posterior {
  /// Differences over this much of eta, which is of the order of one, lose a ten-thousand-millionth
  /// to curvature and less than that to rounding.
  private static final double STEP = 2e-5;

  /// Below it, in ng/mL, a prediction is nothing: a metabolite in the first second.
  private static final double SMALLEST = 1e-9;

  /// What can be said of one deviation.
  ///
  /// @param value minus twice the logarithm of its density
  /// @param gradient of the value
  /// @param information expected second derivative of the value: positive definite
  @SuppressWarnings("ArrayRecordComponent") // never leaves this package, never compared
  record Linearised(double[] eta, double value, double[] gradient, double[][] information) {}

  private final LevelCurve curve;
  private final double[] observed;
  private final List<ResidualError> errors;
  private final double[][] precision;
  private final ErrorLaw law;

  /// @param errors of each level
  /// @param precision inverse of the covariance between deviations
  Posterior(
      LevelCurve curve,
      double[] observed,
      List<ResidualError> errors,
      double[][] precision,
      ErrorLaw law) {
    this.curve = curve;
    this.observed = observed.clone();
    this.errors = List.copyOf(errors);
    this.precision = precision;
    this.law = law;
  }

  Linearised linearised(double[] eta) {
    int n = eta.length;
    var predicted = curve.at(eta);
    var slopes = slopes(curve, eta);
    double value = 0;
    var gradient = new double[n];
    var information = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        value += eta[i] * precision[i][j] * eta[j];
        gradient[i] += 2 * precision[i][j] * eta[j];
        information[i][j] = 2 * precision[i][j];
      }
    }
    for (int k = 0; k < observed.length; k++) {
      double expected = Math.max(predicted[k], SMALLEST);
      var misfit = law.misfit(errors.get(k), observed[k], expected);
      value += misfit.value();
      for (int i = 0; i < n; i++) {
        gradient[i] += misfit.slope() * slopes[k][i];
        for (int j = 0; j < n; j++) {
          information[i][j] += misfit.information() * slopes[k][i] * slopes[k][j];
        }
      }
    }
    return new Linearised(eta.clone(), value, gradient, information);
  }

  /// Row k: by how much each deviation moves point k of a curve, by central differences.
  static double[][] slopes(LevelCurve curve, double[] eta) {
    var slopes = new double[curve.at(eta).length][eta.length];
    for (int i = 0; i < eta.length; i++) {
      var moved = eta.clone();
      moved[i] = eta[i] + STEP;
      var up = curve.at(moved);
      moved[i] = eta[i] - STEP;
      var down = curve.at(moved);
      for (int k = 0; k < up.length; k++) {
        slopes[k][i] = (up[k] - down[k]) / (2 * STEP);
      }
    }
    return slopes;
  }
}

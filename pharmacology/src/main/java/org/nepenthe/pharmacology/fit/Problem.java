package org.nepenthe.pharmacology.fit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.nepenthe.pharmacology.model.Analyte;
import org.nepenthe.pharmacology.model.Covariates;
import org.nepenthe.pharmacology.model.PkModel;
import org.nepenthe.pharmacology.model.ResidualError;
import org.nepenthe.pharmacology.regimen.Regimen;
import org.nepenthe.pharmacology.solver.Cholesky;

/// One person, one model, what was given, and which of the model's parameters the levels may move.
final class Problem {
  private final PkModel model;
  private final Regimen given;
  private final FitOptions options;
  private final Prior prior;
  private final PersonCurves curves;
  private final double[][] precision;

  Problem(
      PkModel model,
      Covariates person,
      Regimen given,
      List<MeasuredLevel> levels,
      FitOptions options) {
    this.model = model;
    this.given = given;
    this.options = options;
    this.prior = Prior.of(model, person, given, levels, options.priorFlattening());
    this.curves = new PersonCurves(model, person, prior.parameters());
    this.precision = new Cholesky(prior.covariance()).inverse();
  }

  Prior prior() {
    return prior;
  }

  PersonCurves curves() {
    return curves;
  }

  Regimen given() {
    return given;
  }

  ResidualError residualError(MeasuredLevel level) {
    return model.variability().residualError(level.analyte()).orElseThrow();
  }

  /// What the levels would be.
  LevelCurve plasma(List<MeasuredLevel> levels) {
    return curves.plasma(
        given,
        levels.stream().mapToDouble(MeasuredLevel::minute).toArray(),
        levels.stream().map(MeasuredLevel::analyte).toList());
  }

  /// One analyte over time, under what was given.
  LevelCurve plasma(double[] minutes, Analyte analyte) {
    return curves.plasma(given, minutes, Collections.nCopies(minutes.length, analyte));
  }

  private Posterior posterior(List<MeasuredLevel> levels) {
    return new Posterior(
        plasma(levels),
        levels.stream().mapToDouble(MeasuredLevel::concentration).toArray(),
        levels.stream().map(this::residualError).toList(),
        precision,
        options.errorLaw());
  }

  /// The highest point of the posterior. Heavy tails can make more than one top: then it is also
  /// looked for from where it lies without each of the levels.
  Mode mode(List<MeasuredLevel> levels) {
    var posterior = posterior(levels);
    var typical = new double[prior.parameters().size()];
    var best = Mode.of(posterior, typical, Mode.FINE);
    if (options.errorLaw() instanceof ErrorLaw.StudentT) {
      for (int i = 0; i < levels.size(); i++) {
        var start = Mode.of(posterior(without(levels, i)), typical, Mode.COARSE);
        var other = Mode.of(posterior, start.eta(), Mode.FINE);
        best = other.value() < best.value() ? other : best;
      }
    }
    return best;
  }

  /// Laplace's approximation: the inverse of half the expected second derivative at the mode.
  double[][] covariance(List<MeasuredLevel> levels, Mode mode) {
    var covariance = new Cholesky(posterior(levels).linearised(mode.eta()).information()).inverse();
    for (var row : covariance) {
      for (int j = 0; j < row.length; j++) {
        row[j] *= 2;
      }
    }
    return covariance;
  }

  static List<MeasuredLevel> without(List<MeasuredLevel> levels, int index) {
    var rest = new ArrayList<>(levels);
    rest.remove(index);
    return rest;
  }

  /// Variance of one point of a curve that moves by these slopes.
  static double variance(double[] slopes, double[][] covariance) {
    double variance = 0;
    for (int i = 0; i < slopes.length; i++) {
      for (int j = 0; j < slopes.length; j++) {
        variance += slopes[i] * covariance[i][j] * slopes[j];
      }
    }
    return Math.max(0, variance);
  }
}

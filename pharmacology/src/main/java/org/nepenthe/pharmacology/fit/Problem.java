package org.nepenthe.pharmacology.fit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nepenthe.pharmacology.model.Covariates;
import org.nepenthe.pharmacology.model.Eta;
import org.nepenthe.pharmacology.model.PkModel;
import org.nepenthe.pharmacology.model.ResidualError;
import org.nepenthe.pharmacology.model.Variability.Level;
import org.nepenthe.pharmacology.model.Variability.RandomEffect;
import org.nepenthe.pharmacology.regimen.Regimen;
import org.nepenthe.pharmacology.solver.Mammillary;
import org.nepenthe.pharmacology.solver.Solver;

/// One person, one model, and which of its parameters the levels may move. A person is seen on one
/// occasion here, so what varies between persons and between occasions is one deviation, whose
/// variances add.
final class Problem {
  private static final double NANOGRAMS_PER_ML = 1000;

  private final PkModel model;
  private final Covariates person;
  private final Regimen given;
  private final FitOptions options;
  private final List<String> parameters;
  private final double[][] prior;
  private final double[][] precision;

  Problem(PkModel model, Covariates person, Regimen given, FitOptions options) {
    this.model = model;
    this.person = person;
    this.given = given;
    this.options = options;
    this.parameters = parameters(model);
    this.prior = prior(model, parameters, options.priorFlattening());
    this.precision = new Cholesky(prior).inverse();
  }

  /// Those that differ between people and that the parent drug's curve depends on.
  static List<String> parameters(PkModel model) {
    var own = model.structure().parameters().keySet();
    return model.variability().randomEffects().stream()
        .map(RandomEffect::parameter)
        .filter(own::contains)
        .distinct()
        .toList();
  }

  private static double[][] prior(PkModel model, List<String> parameters, double flattening) {
    var prior = new double[parameters.size()][parameters.size()];
    for (var level : Level.values()) {
      var effects = model.variability().effects(level);
      var covariance = model.variability().covarianceMatrix(level);
      for (int i = 0; i < effects.size(); i++) {
        for (int j = 0; j < effects.size(); j++) {
          int row = parameters.indexOf(effects.get(i).parameter());
          int column = parameters.indexOf(effects.get(j).parameter());
          if (row >= 0 && column >= 0) {
            prior[row][column] += covariance[i][j] * flattening;
          }
        }
      }
    }
    return prior;
  }

  List<String> parameters() {
    return parameters;
  }

  double[][] prior() {
    return prior;
  }

  Regimen given() {
    return given;
  }

  Eta eta(double[] deviations) {
    Map<String, Double> named = new LinkedHashMap<>();
    for (int i = 0; i < deviations.length; i++) {
      named.put(parameters.get(i), deviations[i]);
    }
    return new Eta(named);
  }

  Mammillary body(double[] deviations) {
    return model.body(person, model.effectSite(), eta(deviations));
  }

  /// Plasma in ng/mL at each of some times.
  LevelCurve plasma(Regimen regimen, double[] minutes) {
    var schedule = new Schedule(regimen, minutes);
    return deviations -> {
      var body = body(deviations);
      var cp = new double[minutes.length];
      schedule.walk(
          Solver.of(body),
          body.stateSize(),
          (i, state) -> cp[i] = state[0] / body.v1() * NANOGRAMS_PER_ML);
      return cp;
    };
  }

  /// Plasma at each of some times, then the effect site at each, in ng/mL.
  LevelCurve plasmaAndEffectSite(Regimen regimen, double[] minutes) {
    var schedule = new Schedule(regimen, minutes);
    return deviations -> {
      var body = body(deviations);
      var both = new double[2 * minutes.length];
      schedule.walk(
          Solver.of(body),
          body.stateSize(),
          (i, state) -> {
            both[i] = state[0] / body.v1() * NANOGRAMS_PER_ML;
            both[minutes.length + i] = state[body.compartments()] * NANOGRAMS_PER_ML;
          });
      return both;
    };
  }

  ResidualError residualError(MeasuredLevel level) {
    return model.variability().residualError(level.analyte()).orElseThrow();
  }

  Posterior posterior(List<MeasuredLevel> levels) {
    return new Posterior(
        plasma(given, minutes(levels)),
        levels.stream().mapToDouble(MeasuredLevel::concentration).toArray(),
        levels.stream().map(this::residualError).toList(),
        precision,
        options.errorLaw());
  }

  /// The highest point of the posterior. Heavy tails can make more than one top: then it is also
  /// looked for from where it lies without each of the levels.
  Mode mode(List<MeasuredLevel> levels) {
    var posterior = posterior(levels);
    var typical = new double[parameters.size()];
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

  static double[] minutes(List<MeasuredLevel> levels) {
    return levels.stream().mapToDouble(MeasuredLevel::minute).toArray();
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

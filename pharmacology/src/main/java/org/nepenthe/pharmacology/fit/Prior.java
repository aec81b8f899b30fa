package org.nepenthe.pharmacology.fit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;
import org.nepenthe.pharmacology.model.Analyte;
import org.nepenthe.pharmacology.model.Covariates;
import org.nepenthe.pharmacology.model.PkModel;
import org.nepenthe.pharmacology.model.Variability.Level;
import org.nepenthe.pharmacology.model.Variability.RandomEffect;
import org.nepenthe.pharmacology.regimen.Administration;
import org.nepenthe.pharmacology.regimen.Bolus;
import org.nepenthe.pharmacology.regimen.RateSegment;
import org.nepenthe.pharmacology.regimen.Regimen;

/// Which parameters may deviate, and how they do among people. A person is seen on one occasion
/// here, so what varies between persons and between occasions is one deviation, whose variances
/// add.
///
/// @param covariance of the deviations, in the order of the parameters
@SuppressWarnings("ArrayRecordComponent") // never leaves this package, never compared
record Prior(List<String> parameters, double[][] covariance) {
  /// Minutes after the first dose at which a curve is looked at for what moves it.
  private static final double[] PROBES = {1, 10, 60, 240, 1440};

  private static final double UNMOVED = 1e-9;

  static Prior of(
      PkModel model,
      Covariates person,
      Regimen given,
      List<MeasuredLevel> levels,
      double flattening) {
    var parameters = parameters(model, person, given, levels);
    return new Prior(parameters, covariance(model, parameters, flattening));
  }

  private static List<String> parameters(
      PkModel model, Covariates person, Regimen given, List<MeasuredLevel> levels) {
    var all =
        model.variability().randomEffects().stream()
            .map(RandomEffect::parameter)
            .distinct()
            .toList();
    var analytes = levels.stream().map(MeasuredLevel::analyte).distinct().toList();
    if (PersonCurves.isMammillary(model, given, analytes)) {
      return all.stream().filter(model.structure().parameters().keySet()::contains).toList();
    }
    return moving(new PersonCurves(model, person, all), all, given, levels);
  }

  /// Those that move the drug's own curve or one of the levels. A parameter that moves nothing,
  /// such as that of a route nothing was given by, would only be carried along.
  private static List<String> moving(
      PersonCurves curves, List<String> all, Regimen given, List<MeasuredLevel> levels) {
    double start = start(given);
    var probes = DoubleStream.of(PROBES).map(minute -> start + minute).toArray();
    var typical = new double[all.size()];
    var itself = curves.plasma(given, probes, Collections.nCopies(probes.length, Analyte.KETAMINE));
    var measured =
        curves.plasma(
            given,
            levels.stream().mapToDouble(MeasuredLevel::minute).toArray(),
            levels.stream().map(MeasuredLevel::analyte).toList());
    var moving = new ArrayList<String>();
    var movesItself = moved(itself, typical);
    var movesMeasured = moved(measured, typical);
    for (int i = 0; i < all.size(); i++) {
      if (movesItself[i] || movesMeasured[i]) {
        moving.add(all.get(i));
      }
    }
    return List.copyOf(moving);
  }

  private static boolean[] moved(LevelCurve curve, double[] typical) {
    var at = curve.at(typical);
    var slopes = Posterior.slopes(curve, typical);
    var moved = new boolean[typical.length];
    for (int k = 0; k < at.length; k++) {
      for (int i = 0; i < typical.length; i++) {
        moved[i] |= Math.abs(slopes[k][i]) > UNMOVED * at[k];
      }
    }
    return moved;
  }

  private static double start(Regimen given) {
    var starts =
        DoubleStream.concat(
            given.boluses().stream().mapToDouble(Bolus::atMinute),
            DoubleStream.concat(
                given.rates().stream().mapToDouble(RateSegment::fromMinute),
                given.administrations().stream().mapToDouble(Administration::atMinute)));
    return starts.min().orElse(0);
  }

  private static double[][] covariance(PkModel model, List<String> parameters, double flattening) {
    var sum = new double[parameters.size()][parameters.size()];
    for (var level : Level.values()) {
      var effects = model.variability().effects(level);
      var covariance = model.variability().covarianceMatrix(level);
      for (int i = 0; i < effects.size(); i++) {
        for (int j = 0; j < effects.size(); j++) {
          int row = parameters.indexOf(effects.get(i).parameter());
          int column = parameters.indexOf(effects.get(j).parameter());
          if (row >= 0 && column >= 0) {
            sum[row][column] += covariance[i][j] * flattening;
          }
        }
      }
    }
    return sum;
  }
}

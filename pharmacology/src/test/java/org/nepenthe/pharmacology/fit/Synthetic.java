package org.nepenthe.pharmacology.fit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SplittableRandom;
import org.nepenthe.pharmacology.PatientModel;
import org.nepenthe.pharmacology.model.Analyte;
import org.nepenthe.pharmacology.model.Covariates;
import org.nepenthe.pharmacology.model.Eta;
import org.nepenthe.pharmacology.model.ModelCatalogue;
import org.nepenthe.pharmacology.model.PkModel;
import org.nepenthe.pharmacology.model.Variability.Level;
import org.nepenthe.pharmacology.regimen.Regimen;
import org.nepenthe.quantity.BodyWeight;
import org.nepenthe.quantity.Dose;
import org.nepenthe.quantity.Moiety;

/// People made up from a model, and what a laboratory would measure in them. Their curves come from
/// the matrix exponential, which no fit uses. The seed is 20260202 unless `-Dnepenthe.seed` says
/// otherwise.
final class Synthetic {
  static final double LIMIT = 0.5;
  static final Regimen FORTY_MINUTES =
      Regimen.infusion(Dose.ofMilligrams("35", Moiety.ESKETAMINE), 40);

  private final long seed = Long.getLong("nepenthe.seed", 20260202L);
  private final SplittableRandom random = new SplittableRandom(seed);

  final PkModel model;
  final Covariates person = new Covariates(BodyWeight.ofKilograms("75"));

  Synthetic(String id) {
    model = ModelCatalogue.shipped().get(id);
  }

  String seed() {
    return "seed " + seed + ", " + model.id();
  }

  double gaussian() {
    return random.nextGaussian();
  }

  /// A person drawn from the model's variability.
  Eta drawn() {
    var effects = model.variability().effects(Level.BETWEEN_PERSONS);
    var omega = model.variability().covarianceMatrix(Level.BETWEEN_PERSONS);
    var eta = new LinkedHashMap<String, Double>();
    // each given the one before, with which alone it is ever correlated
    double before = 0;
    for (int i = 0; i < effects.size(); i++) {
      double together = i == 0 ? 0 : omega[i][i - 1];
      double slope = i == 0 ? 0 : together / omega[i - 1][i - 1];
      double variance = omega[i][i] - slope * together;
      before = slope * before + Math.sqrt(variance) * random.nextGaussian();
      eta.put(effects.get(i).parameter(), before);
    }
    return new Eta(eta);
  }

  List<Double> curve(Eta eta, Regimen regimen, List<Double> minutes) {
    var body = model.body(person, model.effectSite(), eta);
    return PatientModel.byMatrixExponential(body).simulate(regimen, minutes).cp();
  }

  /// Levels of a person with the model's own residual error.
  List<MeasuredLevel> measured(Eta eta, List<Double> minutes) {
    var error = model.variability().residualError(Analyte.KETAMINE).orElseThrow();
    var curve = curve(eta, FORTY_MINUTES, minutes);
    var levels = new ArrayList<MeasuredLevel>();
    for (int i = 0; i < minutes.size(); i++) {
      double noise = error.standardDeviation(curve.get(i)) * random.nextGaussian();
      levels.add(level(minutes.get(i), Math.max(LIMIT, curve.get(i) + noise)));
    }
    return levels;
  }

  MeasuredLevel level(double minute, double concentration) {
    return new MeasuredLevel(
        minute, Analyte.KETAMINE, Moiety.ESKETAMINE, model.matrix(), concentration, LIMIT);
  }

  Fitted fitted(List<MeasuredLevel> levels, FitOptions options) {
    return switch (Individualisation.fit(model, person, FORTY_MINUTES, levels, options)) {
      case Fitted fitted -> fitted;
      case Individualised.Refused refused -> throw new AssertionError(refused.toString());
    };
  }

  Fitted fitted(List<MeasuredLevel> levels) {
    return fitted(levels, FitOptions.published());
  }
}

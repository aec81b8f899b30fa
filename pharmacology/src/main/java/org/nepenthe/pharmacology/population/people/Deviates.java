package org.nepenthe.pharmacology.population.people;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.nepenthe.pharmacology.model.Eta;
import org.nepenthe.pharmacology.model.PkModel;
import org.nepenthe.pharmacology.model.Variability.Level;
import org.nepenthe.pharmacology.solver.Cholesky;

/// The independent normal deviates a population draws for each person, between persons first, then
/// between occasions, and what they are worth for each parameter: the Cholesky factor of each
/// level's covariance matrix makes them vary together as the model says.
final class Deviates {
  private final List<String> parameters = new ArrayList<>();
  private final List<double[]> factors = new ArrayList<>();
  private final int ofPerson;

  Deviates(PkModel model) {
    int total = model.variability().randomEffects().size();
    for (var level : List.of(Level.BETWEEN_PERSONS, Level.BETWEEN_OCCASIONS)) {
      int offset = parameters.size();
      var effects = model.variability().effects(level);
      var factor = new Cholesky(model.variability().covarianceMatrix(level)).root();
      for (int i = 0; i < effects.size(); i++) {
        var row = new double[total];
        System.arraycopy(factor[i], 0, row, offset, effects.size());
        parameters.add(effects.get(i).parameter());
        factors.add(row);
      }
    }
    ofPerson = model.variability().effects(Level.BETWEEN_PERSONS).size();
  }

  int count() {
    return parameters.size();
  }

  /// How many of them are drawn once for a person; the rest are drawn on every occasion.
  int ofPerson() {
    return ofPerson;
  }

  /// What each deviate is worth for a parameter.
  double[] worth(String parameter) {
    var sum = new double[count()];
    for (int row = 0; row < count(); row++) {
      for (int i = 0; i < sum.length && parameters.get(row).equals(parameter); i++) {
        sum[i] += factors.get(row)[i];
      }
    }
    return sum;
  }

  /// How far off the typical one the person is who drew these.
  Eta eta(double[] drawn) {
    var deviations = new LinkedHashMap<String, Double>();
    for (int row = 0; row < count(); row++) {
      double sum = 0;
      for (int i = 0; i < drawn.length; i++) {
        sum += factors.get(row)[i] * drawn[i];
      }
      deviations.merge(parameters.get(row), sum, Double::sum);
    }
    return new Eta(deviations);
  }
}

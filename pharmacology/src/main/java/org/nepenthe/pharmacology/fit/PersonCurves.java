package org.nepenthe.pharmacology.fit;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.nepenthe.pharmacology.PatientNetwork;
import org.nepenthe.pharmacology.model.Analyte;
import org.nepenthe.pharmacology.model.Covariates;
import org.nepenthe.pharmacology.model.EffectSite;
import org.nepenthe.pharmacology.model.Eta;
import org.nepenthe.pharmacology.model.PkModel;
import org.nepenthe.pharmacology.model.Variability.Scale;
import org.nepenthe.pharmacology.regimen.Regimen;
import org.nepenthe.pharmacology.solver.Mammillary;
import org.nepenthe.pharmacology.solver.Solver;

/// One person's curves for any deviations of some parameters: by the closed form where only the
/// drug itself is asked for and all of it went into a vein, by all the model's compartments
/// otherwise.
final class PersonCurves {
  private static final double NANOGRAMS_PER_ML = 1000;

  /// Of an effect site that nobody asks for.
  private static final double ANY_KE0 = 1;

  private final PkModel model;
  private final Covariates person;
  private final List<String> parameters;
  private final List<Scale> scales;
  private final Map<String, Double> typical = new HashMap<>();

  PersonCurves(PkModel model, Covariates person, List<String> parameters) {
    this.model = model;
    this.person = person;
    this.parameters = parameters;
    this.scales = parameters.stream().map(model.variability()::scaleOf).toList();
    for (var name : model.structure().parameters().keySet()) {
      typical.put(name, model.value(name, person, Eta.typical()));
    }
  }

  Eta eta(double[] deviations) {
    Map<String, Double> named = new LinkedHashMap<>();
    for (int i = 0; i < deviations.length; i++) {
      named.put(parameters.get(i), deviations[i]);
    }
    return new Eta(named);
  }

  Optional<EffectSite> effectSite() {
    return model.effectSites().stream().findFirst();
  }

  Mammillary body(double[] deviations) {
    double ke0 = effectSite().map(site -> site.ke0().forWeight(person.weight())).orElse(ANY_KE0);
    return model
        .structure()
        .body(name -> value(name, deviations), ke0)
        .orElseThrow(() -> new IllegalArgumentException(model.id() + " is not mammillary"));
  }

  /// The typical values are the same for every body that is tried, and are worked out once.
  private double value(String name, double[] deviations) {
    double value = typical.getOrDefault(name, Double.NaN);
    int index = parameters.indexOf(name);
    return index < 0 ? value : scales.get(index).deviating(value, deviations[index]);
  }

  PatientNetwork network(double[] deviations) {
    return PatientNetwork.of(model, person, effectSite(), eta(deviations));
  }

  /// True where the closed form will do.
  static boolean isMammillary(PkModel model, Regimen regimen, List<Analyte> analytes) {
    return model.isMammillary()
        && regimen.isIntravenous()
        && analytes.stream().allMatch(analyte -> analyte == Analyte.KETAMINE);
  }

  /// In plasma, one analyte at each of some times, ng/mL.
  LevelCurve plasma(Regimen regimen, double[] minutes, List<Analyte> analytes) {
    if (!isMammillary(model, regimen, analytes)) {
      var times = boxed(minutes);
      return deviations -> {
        var all = network(deviations).simulate(regimen, times);
        var cp = new double[minutes.length];
        for (int i = 0; i < cp.length; i++) {
          cp[i] = all.of(analytes.get(i)).get(i);
        }
        return cp;
      };
    }
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

  /// The drug itself in plasma at each of some times, then, where the model has an effect site,
  /// there at each; ng/mL.
  LevelCurve plasmaAndEffectSite(Regimen regimen, double[] minutes) {
    boolean withEffectSite = effectSite().isPresent();
    int size = minutes.length;
    if (!isMammillary(model, regimen, List.of())) {
      var times = boxed(minutes);
      return deviations -> {
        var curve = network(deviations).simulate(regimen, times).parent();
        return DoubleStream.concat(
                curve.cp().stream().mapToDouble(Double::doubleValue),
                curve.ce().stream().mapToDouble(Double::doubleValue))
            .toArray();
      };
    }
    var schedule = new Schedule(regimen, minutes);
    return deviations -> {
      var body = body(deviations);
      var both = new double[withEffectSite ? 2 * size : size];
      schedule.walk(
          Solver.of(body),
          body.stateSize(),
          (i, state) -> {
            both[i] = state[0] / body.v1() * NANOGRAMS_PER_ML;
            if (withEffectSite) {
              both[size + i] = state[body.compartments()] * NANOGRAMS_PER_ML;
            }
          });
      return both;
    };
  }

  private static List<Double> boxed(double[] minutes) {
    return DoubleStream.of(minutes).boxed().toList();
  }
}

package org.nepenthe.pharmacology.population.people;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.nepenthe.pharmacology.model.Covariates;
import org.nepenthe.pharmacology.model.Eta;
import org.nepenthe.pharmacology.model.Parameter;
import org.nepenthe.pharmacology.model.PkModel;
import org.nepenthe.pharmacology.model.Structure;
import org.nepenthe.pharmacology.model.Variability.Scale;
import org.nepenthe.pharmacology.population.kernel.Bodies;
import org.nepenthe.pharmacology.population.kernel.Kernel;
import org.nepenthe.quantity.BodyWeight;

/// The logarithm of a central volume or rate constant as a sum: a constant, the logarithm of the
/// weight so many times, and each normal deviate so many times. All of a mammillary model whose
/// people vary log-normally is such sums, and sums are what the kernels do fast.
final class Recipe {
  private final double constant;

  /// Of the weight in kg.
  private final double perLogWeight;

  /// In the order of the population's deviates.
  private final double[] perDeviate;

  private Recipe(double constant, double perLogWeight, double[] perDeviate) {
    this.constant = constant;
    this.perLogWeight = perLogWeight;
    this.perDeviate = perDeviate;
  }

  /// For `v1`, `k10`, `k12`, `k21`, `k13`, `k31`, as far as the model has them. Empty where the
  /// model's people vary on another scale or its structure is another.
  static Optional<List<Recipe>> of(PkModel model, Deviates deviates) {
    var names = model.structure().parameters().keySet();
    if (!names.stream().allMatch(name -> isSum(model, name))) {
      return Optional.empty();
    }
    if (model.structure() instanceof Structure.RateConstants rates) {
      var ordered = List.of("v1", "k10", "k12", "k21", "k13", "k31");
      return Optional.of(
          ordered.subList(0, 2 * rates.compartments()).stream()
              .map(name -> parameter(model, deviates, name))
              .toList());
    }
    if (model.structure() instanceof Structure.Clearances clearances) {
      var v1 = parameter(model, deviates, "v1");
      var recipes = new Recipe[2 * clearances.compartments()];
      recipes[0] = v1;
      recipes[1] = parameter(model, deviates, "cl").minus(v1);
      for (int j = 2; j <= clearances.compartments(); j++) {
        var q = parameter(model, deviates, "q" + j);
        recipes[2 * j - 2] = q.minus(v1);
        recipes[2 * j - 1] = q.minus(parameter(model, deviates, "v" + j));
      }
      return Optional.of(List.of(recipes));
    }
    return Optional.empty();
  }

  private static boolean isSum(PkModel model, String name) {
    return Optional.ofNullable(model.parameters().get(name))
            .filter(p -> p.withAge().isEmpty() && p.factors().isEmpty())
            .isPresent()
        && model.variability().randomEffects().stream()
            .filter(effect -> effect.parameter().equals(name))
            .allMatch(effect -> effect.scale() == Scale.LOG);
  }

  private static Recipe parameter(PkModel model, Deviates deviates, String name) {
    var scaling = Optional.ofNullable(model.parameters().get(name)).flatMap(Parameter::scaling);
    var at = scaling.map(s -> s.reference()).orElse(BodyWeight.ofKilograms("70"));
    double exponent = scaling.map(s -> s.exponent()).orElse(0.0);
    double typical = model.value(name, new Covariates(at), Eta.typical());
    return new Recipe(
        Math.log(typical) - exponent * Math.log(at.asDouble()), exponent, deviates.worth(name));
  }

  private Recipe minus(Recipe other) {
    var difference = perDeviate.clone();
    for (int i = 0; i < difference.length; i++) {
      difference[i] -= other.perDeviate[i];
    }
    return new Recipe(constant - other.constant, perLogWeight - other.perLogWeight, difference);
  }

  /// True where a deviate makes a difference.
  boolean uses(int deviate) {
    return perDeviate[deviate] != 0;
  }

  /// Fills one quantity of every lane.
  void fill(double[] into, double[] logWeight, double[][] values, Kernel kernel, int lanes) {
    Arrays.fill(into, 0, lanes, constant);
    if (perLogWeight != 0) {
      kernel.addScaled(into, perLogWeight, logWeight, lanes);
    }
    for (int i = 0; i < perDeviate.length; i++) {
      if (perDeviate[i] != 0) {
        kernel.addScaled(into, perDeviate[i], values[i], lanes);
      }
    }
    kernel.exponential(into, lanes);
  }

  /// Gives a body of fewer compartments the ones it lacks: nothing enters them.
  static void close(Bodies bodies, int compartments, int lanes) {
    for (int i = 0; i < lanes; i++) {
      if (compartments < 2) {
        bodies.k12()[i] = 0;
        bodies.k21()[i] = 4 * bodies.k10()[i];
      }
      if (compartments < 3) {
        bodies.k13()[i] = 0;
        bodies.k31()[i] = 4 * (bodies.k10()[i] + bodies.k12()[i] + bodies.k21()[i]);
      }
    }
  }
}

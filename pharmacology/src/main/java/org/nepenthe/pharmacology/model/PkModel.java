package org.nepenthe.pharmacology.model;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nepenthe.evidence.Evidence;
import org.nepenthe.pharmacology.solver.Mammillary;
import org.nepenthe.quantity.Moiety;

/// A published model as its data file states it.
///
/// @param moieties what a dose may be of; a dose of anything else is not forecast
/// @param matrix which blood its concentrations are of
/// @param population whom it was estimated in
/// @param parameters typical values by name
/// @param variability how people differ from the typical ones, as far as it could be read
/// @param weightRange for whom it may be used
/// @param effectSites the first is the one a forecast shows
/// @param predictionErrors how far it is off human data
/// @param mustReproduce what outside figure shows that it was entered correctly
public record PkModel(
    String id,
    String title,
    Set<Moiety> moieties,
    Matrix matrix,
    String population,
    Structure structure,
    Map<String, Parameter> parameters,
    Variability variability,
    WeightRange weightRange,
    List<EffectSite> effectSites,
    List<PredictionError> predictionErrors,
    List<String> mustReproduce,
    Evidence evidence) {

  public PkModel {
    moieties = Set.copyOf(moieties);
    parameters = Map.copyOf(parameters);
    effectSites = List.copyOf(effectSites);
    predictionErrors = List.copyOf(predictionErrors);
    mustReproduce = List.copyOf(mustReproduce);
  }

  /// The effect site a forecast shows unless another is asked for.
  public EffectSite effectSite() {
    return effectSites.getFirst();
  }

  /// The compartments of the typical person with these covariates, without asking whether they lie
  /// in the model's domain.
  public Mammillary body(Covariates person, EffectSite effectSite) {
    return body(person, effectSite, Eta.typical());
  }

  /// The compartments of one person who deviates from the typical one.
  ///
  /// @throws IllegalArgumentException if a deviation is of a parameter the model does not have, or
  ///     makes a body that cannot be solved
  public Mammillary body(Covariates person, EffectSite effectSite, Eta eta) {
    eta.deviations().keySet().forEach(this::parameter);
    double ke0 = effectSite.ke0().forWeight(person.weight());
    return structure.body(name -> value(name, person, eta), ke0);
  }

  /// A parameter of one person in L, L/min or 1/min.
  public double value(String parameter, Covariates person, Eta eta) {
    double typical = parameter(parameter).forWeight(person.weight());
    double deviation = eta.on(parameter);
    return deviation == 0 ? typical : variability.scaleOf(parameter).deviating(typical, deviation);
  }

  private Parameter parameter(String name) {
    var found = parameters.get(name);
    if (found == null) {
      throw new IllegalArgumentException(id + " has no parameter '" + name + "'");
    }
    return found;
  }
}

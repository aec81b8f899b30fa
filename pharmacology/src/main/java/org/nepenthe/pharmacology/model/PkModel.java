package org.nepenthe.pharmacology.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.nepenthe.evidence.Evidence;
import org.nepenthe.pharmacology.network.Flow;
import org.nepenthe.pharmacology.network.Inlet;
import org.nepenthe.pharmacology.network.Inlet.Portion;
import org.nepenthe.pharmacology.network.Network;
import org.nepenthe.pharmacology.network.State;
import org.nepenthe.pharmacology.person.Covariate;
import org.nepenthe.pharmacology.person.CovariateRange;
import org.nepenthe.pharmacology.regimen.Route;
import org.nepenthe.pharmacology.solver.Mammillary;
import org.nepenthe.quantity.Moiety;

/// A published model as its data file states it.
///
/// @param moieties what a dose may be of; a dose of anything else is not forecast
/// @param matrix which blood its concentrations are of
/// @param population whom it was estimated in
/// @param structure what the parent drug's parameters are
/// @param network every compartment, the parent's first
/// @param measured what it gives concentrations of, the parent first
/// @param notOffered what the source has a concentration of and this library does not give, each
///     with the reason
/// @param absorptions of doses that are not given into a vein
/// @param parameters typical values by name
/// @param variability how people differ from the typical ones, as far as it could be read
/// @param domain for whom it may be used; always has a range of body weight
/// @param effectSites the first is the one a forecast shows; none where none was estimated
/// @param predictionErrors how far it is off human data
/// @param mustReproduce what outside figure shows that it was entered correctly
public record PkModel(
    String id,
    String title,
    Set<Moiety> moieties,
    Matrix matrix,
    String population,
    Structure structure,
    Network network,
    List<Measured> measured,
    Map<Analyte, String> notOffered,
    List<Absorption> absorptions,
    Map<String, Parameter> parameters,
    Variability variability,
    List<CovariateRange> domain,
    List<EffectSite> effectSites,
    List<PredictionError> predictionErrors,
    List<String> mustReproduce,
    Evidence evidence) {

  private static final BigDecimal ADULT = new BigDecimal("18");
  private static final String DEPOT = "depot";
  private static final String FRACTION = "absorbed-fraction";
  private static final String RATE = "absorption-rate";

  public PkModel {
    moieties = Set.copyOf(moieties);
    measured = List.copyOf(measured);
    notOffered = Map.copyOf(notOffered);
    absorptions = List.copyOf(absorptions);
    parameters = Map.copyOf(parameters);
    domain = List.copyOf(domain);
    effectSites = List.copyOf(effectSites);
    predictionErrors = List.copyOf(predictionErrors);
    mustReproduce = List.copyOf(mustReproduce);
  }

  /// The effect site a forecast shows unless another is asked for.
  ///
  /// @throws java.util.NoSuchElementException if the model has none
  public EffectSite effectSite() {
    return effectSites.getFirst();
  }

  /// The body weights it may be used for.
  public CovariateRange weightRange() {
    return range(Covariate.BODY_WEIGHT).orElseThrow();
  }

  public Optional<CovariateRange> range(Covariate covariate) {
    return domain.stream().filter(range -> range.covariate() == covariate).findFirst();
  }

  /// True where some parameter differs between the groups a source names.
  public boolean needsEthnicity() {
    return parameters.values().stream().anyMatch(parameter -> !parameter.factors().isEmpty());
  }

  /// True where the parent drug has a closed form: a mammillary body into whose centre a dose goes.
  public boolean isMammillary() {
    return !(structure instanceof Structure.OwnNetwork);
  }

  /// How the model takes up a dose by a route; empty where it does not say.
  public Optional<Absorption> absorption(Route route) {
    return absorptions.stream().filter(absorption -> absorption.route() == route).findFirst();
  }

  /// True for a model that may be used for children only.
  public boolean isOfChildren() {
    var ages = range(Covariate.AGE);
    return ages.isPresent() && ages.get().to().compareTo(ADULT) < 0;
  }

  /// The same model with a depot of its own for a route it says nothing of: a fraction of the dose
  /// enters the blood at a first-order rate. Of the parent drug only: what the gut and the liver
  /// make of a dose before it reaches the blood is not in it.
  ///
  /// @param rate 1/min
  /// @param source who published the fraction and the rate
  public PkModel absorbing(Route route, double fraction, double rate, Evidence source) {
    if (absorption(route).isPresent()) {
      throw new IllegalArgumentException(id + " has its own absorption of " + route + " doses");
    }
    var states = new ArrayList<>(network.states());
    states.add(new State(DEPOT, Optional.empty()));
    var flows = new ArrayList<>(network.flows());
    var speed = new Flow.Speed.RateConstant(RATE);
    flows.add(new Flow(DEPOT, Optional.of("central"), speed, List.of()));
    var more = new HashMap<>(parameters);
    more.put(FRACTION, Parameter.of(FRACTION, fraction, ParameterUnit.ONE, source.read()));
    more.put(RATE, Parameter.of(RATE, rate, ParameterUnit.PER_MINUTE, source.read()));
    var inlet = new Inlet(DEPOT, Optional.empty(), List.of(new Portion(FRACTION, false)));
    var absorption =
        new Absorption(route, "as published", List.of(inlet), Optional.empty(), source);
    return new PkModel(
        id,
        title,
        moieties,
        matrix,
        population,
        structure,
        new Network(states, flows),
        List.of(measured.getFirst()),
        notOffered,
        List.of(absorption),
        more,
        variability,
        domain,
        effectSites,
        predictionErrors,
        mustReproduce,
        evidence);
  }

  /// The compartments of the typical person with these covariates, without asking whether they lie
  /// in the model's domain.
  ///
  /// @throws IllegalArgumentException if a covariate is missing or the model is not mammillary
  public Mammillary body(Covariates person, EffectSite effectSite) {
    return body(person, effectSite, Eta.typical());
  }

  /// The compartments of the parent drug in one person who deviates from the typical one.
  ///
  /// @throws IllegalArgumentException if a deviation is of a parameter the model does not have, or
  ///     makes a body that cannot be solved, or as above
  public Mammillary body(Covariates person, EffectSite effectSite, Eta eta) {
    return body(person, effectSite.ke0().forWeight(person.weight()), eta);
  }

  /// The same with an effect site that follows plasma at `ke0`, in 1/min.
  public Mammillary body(Covariates person, double ke0, Eta eta) {
    return structure
        .body(values(person, eta), ke0)
        .orElseThrow(() -> new IllegalArgumentException(id + " is not mammillary"));
  }

  /// One person's parameters by name, in L, L/min, 1/min or min, or as plain numbers. Each is
  /// computed once.
  ///
  /// @throws IllegalArgumentException if a deviation is of a parameter the model does not have
  public ToDoubleFunction<String> values(Covariates person, Eta eta) {
    eta.deviations().keySet().forEach(this::parameter);
    var known = new HashMap<String, Double>();
    return name -> known.computeIfAbsent(name, n -> value(n, person, eta));
  }

  /// A parameter of one person in L, L/min, 1/min or min, or as a plain number.
  public double value(String parameter, Covariates person, Eta eta) {
    double typical = parameter(parameter).forPerson(person);
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

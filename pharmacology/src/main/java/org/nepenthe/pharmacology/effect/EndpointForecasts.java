package org.nepenthe.pharmacology.effect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nepenthe.pharmacology.Band;
import org.nepenthe.pharmacology.PatientNetwork;
import org.nepenthe.pharmacology.Pharmacokinetics;
import org.nepenthe.pharmacology.effect.EndpointForecast.Course;
import org.nepenthe.pharmacology.effect.EndpointForecast.NotForecast;
import org.nepenthe.pharmacology.model.Covariates;
import org.nepenthe.pharmacology.model.EffectSite;
import org.nepenthe.pharmacology.model.Eta;
import org.nepenthe.pharmacology.model.Ke0;
import org.nepenthe.pharmacology.model.ModelCatalogue;
import org.nepenthe.pharmacology.model.PkModel;
import org.nepenthe.pharmacology.regimen.Minutes;
import org.nepenthe.pharmacology.regimen.Regimen;
import org.nepenthe.pharmacology.solver.PeakEffect;

/// Forecasts endpoints. A half-life of equilibration belongs to the parameters it was estimated
/// with: with others it is derived again, so that the effect of a bolus peaks at the same time, and
/// the forecast says so; where those parameters could not be read there is no forecast.
public final class EndpointForecasts {
  /// Rates tried between the slowest and the fastest equilibration, both included: at one minute
  /// the extreme may lie between them.
  private static final int PACES = 7;

  private final ModelCatalogue catalogue;

  /// @param catalogue where the models stand that half-lives were estimated with
  public EndpointForecasts(ModelCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /// For the typical person.
  ///
  /// @param minutes ascending, from the start of the regimen
  /// @throws IllegalArgumentException for times that do not ascend
  public EndpointForecast forecast(
      Endpoint endpoint, PkModel model, Covariates person, Regimen regimen, List<Double> minutes) {
    Minutes.ascending(minutes);
    var refusal = refusal(endpoint, model, person, regimen);
    if (refusal.isPresent()) {
      return new NotForecast(endpoint, model, refusal.get());
    }
    var source = catalogue.get(endpoint.estimatedWith().orElseThrow());
    boolean own = source.id().equals(model.id());
    var halfLife = endpoint.halfLife().orElseThrow();
    var curves = new ArrayList<List<Double>>();
    for (double minutesOfHalfLife : steps(halfLife)) {
      curves.add(
          atEffectSite(endpoint, source, model, person, regimen, minutes, minutesOfHalfLife, own));
    }
    var band = envelope(curves);
    return new Course(
        endpoint,
        model,
        minutes,
        band,
        endpoint.c50().map(c50 -> inC50s(band, c50)),
        own ? Optional.empty() : Optional.of(sentence(source)));
  }

  private static String sentence(PkModel source) {
    return "derived again so that the effect of a bolus peaks when it does with "
        + source.title()
        + ", with which it was estimated";
  }

  private Optional<String> refusal(
      Endpoint endpoint, PkModel model, Covariates person, Regimen regimen) {
    if (endpoint.moiety() != regimen.moiety()) {
      return Optional.of(
          "This was measured after "
              + endpoint.moiety().genericName()
              + ", not after "
              + regimen.moiety().genericName());
    }
    var refused = Pharmacokinetics.refusal(model, person, regimen);
    if (refused.isPresent()) {
      return Optional.of(refused.get().reason());
    }
    if (endpoint.halfLife().isEmpty()) {
      return Optional.of("The source states no delay of this effect behind plasma");
    }
    if (endpoint.estimatedWith().isEmpty()) {
      return Optional.of(
          "The delay was estimated with parameters that could not be read, so it cannot be carried"
              + " over to "
              + model.title());
    }
    return model.isMammillary()
        ? Optional.empty()
        : Optional.of("No delay can be carried over to " + model.title() + " by time of peak");
  }

  private static List<Double> steps(Estimate halfLife) {
    var steps = new ArrayList<Double>();
    for (int i = 0; i < PACES; i++) {
      steps.add(halfLife.from() + (halfLife.to() - halfLife.from()) * i / (PACES - 1.0));
    }
    return steps;
  }

  private static List<Double> atEffectSite(
      Endpoint endpoint,
      PkModel source,
      PkModel model,
      Covariates person,
      Regimen regimen,
      List<Double> minutes,
      double halfLife,
      boolean own) {
    if (halfLife == 0) {
      var plasma = PatientNetwork.of(model, person, Optional.empty(), Eta.typical());
      return plasma.simulate(regimen, minutes).parent().cp();
    }
    double ke0 = Math.log(2) / halfLife;
    if (!own) {
      double peak = PeakEffect.minutesAfterBolus(source.body(person, ke0, Eta.typical()));
      ke0 = PeakEffect.ke0ForPeakAt(model.body(person, 1, Eta.typical()), peak);
    }
    var site =
        new EffectSite(
            endpoint.id(),
            endpoint.title(),
            new Ke0.Constant(ke0),
            source.id(),
            own ? Optional.empty() : Optional.of(sentence(source)),
            endpoint.evidence());
    return PatientNetwork.of(model, person, Optional.of(site), Eta.typical())
        .simulate(regimen, minutes)
        .parent()
        .ce();
  }

  private static Band inC50s(Band band, Estimate c50) {
    return new Band(
        band.lower().stream().map(c -> c / c50.to()).toList(),
        band.upper().stream().map(c -> c / c50.from()).toList());
  }

  static Band envelope(List<List<Double>> curves) {
    var lower = new ArrayList<Double>();
    var upper = new ArrayList<Double>();
    for (int i = 0; i < curves.getFirst().size(); i++) {
      int at = i;
      var values = curves.stream().mapToDouble(curve -> curve.get(at)).summaryStatistics();
      lower.add(values.getMin());
      upper.add(values.getMax());
    }
    return new Band(lower, upper);
  }
}

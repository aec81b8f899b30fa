package org.nepenthe.pharmacology.effect;

import java.util.List;
import java.util.Optional;
import org.nepenthe.pharmacology.Band;
import org.nepenthe.pharmacology.model.PkModel;

/// What a model's concentrations mean for one endpoint.
public sealed interface EndpointForecast {
  Endpoint endpoint();

  PkModel model();

  /// The concentration at the endpoint's effect site, between the slowest and the fastest published
  /// equilibration.
  ///
  /// @param effectSite ng/mL at the minutes
  /// @param inC50s the same in multiples of the concentration of half effect, between the smallest
  ///     and the largest published: 1 is half of the effect; empty where the source has none
  /// @param reDerived how the equilibration was carried over to this model; empty where it was
  ///     estimated with it
  record Course(
      Endpoint endpoint,
      PkModel model,
      List<Double> minutes,
      Band effectSite,
      Optional<Band> inC50s,
      Optional<String> reDerived)
      implements EndpointForecast {
    public Course {
      minutes = List.copyOf(minutes);
    }
  }

  /// The endpoint's numbers do not hold for this model or this drug.
  ///
  /// @param reason one sentence for the screen
  record NotForecast(Endpoint endpoint, PkModel model, String reason) implements EndpointForecast {}
}

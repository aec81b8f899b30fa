package org.nepenthe.pharmacology.absorption;

import java.util.List;
import java.util.Optional;
import org.nepenthe.pharmacology.Band;
import org.nepenthe.pharmacology.Prediction.Predicted;
import org.nepenthe.pharmacology.model.EffectSite;
import org.nepenthe.pharmacology.model.PkModel;

/// What a model says of doses by any route.
public sealed interface RouteForecast {
  PkModel model();

  /// The model has a curve of its own: nothing had to be absorbed, or it says how.
  record Curved(Predicted prediction) implements RouteForecast {
    @Override
    public PkModel model() {
      return prediction.model();
    }
  }

  /// The model knows the drug in the blood, and others published how it gets there. Between the
  /// lowest and the highest that their spread leaves, for a person who is typical otherwise; never
  /// one line.
  ///
  /// @param plasma ng/mL at the minutes
  /// @param site empty where the model has no effect site
  /// @param effectSite ng/mL at the minutes; empty where the model has no effect site
  record Banded(
      PkModel model,
      List<Double> minutes,
      Band plasma,
      Optional<EffectSite> site,
      Optional<Band> effectSite,
      Uptake.Published uptake)
      implements RouteForecast {
    public Banded {
      minutes = List.copyOf(minutes);
    }
  }

  /// Neither the model nor the literature says, or the person does not fit the model.
  ///
  /// @param reason one sentence for the screen
  record NotForecast(PkModel model, String reason) implements RouteForecast {}
}

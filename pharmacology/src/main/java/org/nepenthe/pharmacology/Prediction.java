package org.nepenthe.pharmacology;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nepenthe.pharmacology.model.Analyte;
import org.nepenthe.pharmacology.model.EffectSite;
import org.nepenthe.pharmacology.model.PkModel;
import org.nepenthe.pharmacology.person.Covariate;
import org.nepenthe.pharmacology.person.CovariateRange;
import org.nepenthe.quantity.Moiety;

/// What one model says of one regimen in one person: a curve, or why it has none to give.
public sealed interface Prediction {
  PkModel model();

  /// The typical person's curve of the drug given; the effect site it was made with says what
  /// effect that is.
  ///
  /// @param site empty where the model has none; the curve then has no values at an effect site
  /// @param metabolites in ng/mL at the curve's minutes, of those the model offers
  record Predicted(
      PkModel model, Optional<EffectSite> site, Curve curve, Map<Analyte, List<Double>> metabolites)
      implements Prediction {
    public Predicted {
      metabolites = Map.copyOf(metabolites);
    }

    /// @throws java.util.NoSuchElementException where the model has none
    public EffectSite effectSite() {
      return site.orElseThrow();
    }
  }

  /// A model that has no curve to give.
  sealed interface Refusal extends Prediction {
    /// One sentence for the screen, without the citation.
    String reason();
  }

  /// The person lies outside the people the model may be used for.
  ///
  /// @param stated the person's own, with its unit
  record OutsideDomain(PkModel model, Covariate covariate, String stated, CovariateRange range)
      implements Refusal {
    @Override
    public String reason() {
      return covariate.title()
          + " "
          + stated
          + " lies outside "
          + range.plainWords()
          + ", for which "
          + model.title()
          + " may be used";
    }
  }

  /// The model cannot be asked without a fact that is not known of the person.
  record MissingCovariate(PkModel model, Covariate covariate) implements Refusal {
    @Override
    public String reason() {
      return model.title()
          + " needs to know: "
          + covariate.title().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /// The model was not made for what is given.
  record OtherMoiety(PkModel model, Moiety given) implements Refusal {
    @Override
    public String reason() {
      return model.title() + " is no model of " + given.genericName();
    }
  }

  /// The model does not say what becomes of a dose given like this.
  record OtherRoute(PkModel model, String reason) implements Refusal {}
}

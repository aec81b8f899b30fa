package org.nepenthe.pharmacology;

import org.nepenthe.pharmacology.model.EffectSite;
import org.nepenthe.pharmacology.model.PkModel;
import org.nepenthe.pharmacology.model.WeightRange;
import org.nepenthe.quantity.BodyWeight;
import org.nepenthe.quantity.Moiety;

/// What one model says of one regimen in one person: a curve, or why it has none to give.
public sealed interface Prediction {
  PkModel model();

  /// The typical person's curve; the effect site it was made with says what effect that is.
  record Predicted(PkModel model, EffectSite effectSite, Curve curve) implements Prediction {}

  /// The person lies outside the people the model may be used for.
  record OutsideDomain(PkModel model, BodyWeight weight, WeightRange range) implements Prediction {

    /// One sentence for the screen, without the citation.
    public String reason() {
      return "Body weight "
          + weight.kilograms().toPlainString()
          + " kg lies outside "
          + range.from().kilograms().toPlainString()
          + " to "
          + range.to().kilograms().toPlainString()
          + " kg, for which "
          + model.title()
          + " may be used";
    }
  }

  /// The model was not made for what is given.
  record OtherMoiety(PkModel model, Moiety given) implements Prediction {

    /// One sentence for the screen.
    public String reason() {
      return model.title() + " is no model of " + given.genericName();
    }
  }
}

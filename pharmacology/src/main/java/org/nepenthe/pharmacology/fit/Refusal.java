package org.nepenthe.pharmacology.fit;

import java.util.Optional;
import org.nepenthe.pharmacology.Prediction;
import org.nepenthe.pharmacology.model.PkModel;
import org.nepenthe.quantity.Moiety;

/// Why a person cannot be told from the typical one with these levels and this model. A number made
/// up in spite of it would look like knowledge.
public sealed interface Refusal {

  /// One sentence for the screen.
  String reason();

  /// How people differ could not be read for this model, so a level cannot be weighed against it.
  record NoVariability(PkModel model, Optional<String> missing) implements Refusal {
    @Override
    public String reason() {
      return model.title()
          + " has a typical person only"
          + missing.map(words -> ": " + words).orElse("");
    }
  }

  /// The level is of other blood than the model's concentrations.
  ///
  /// @param whileInfused drawn while drug was flowing in, when the two differ most
  record OtherMatrix(PkModel model, MeasuredLevel level, boolean whileInfused) implements Refusal {
    @Override
    public String reason() {
      return "The level at "
          + minutes(level)
          + " is of "
          + level.matrix().plainWords()
          + ", and "
          + model.title()
          + " predicts "
          + model.matrix().plainWords()
          + (whileInfused
              ? ": while drug flows in the two differ most, and the difference would pass for the"
                  + " person's own"
              : "");
    }
  }

  /// The model does not predict what was measured, or not how far a measurement of it is off.
  record OtherAnalyte(PkModel model, MeasuredLevel level) implements Refusal {
    @Override
    public String reason() {
      return model.title()
          + " cannot weigh a level of "
          + level.analyte().plainWords()
          + " (at "
          + minutes(level)
          + ")";
    }
  }

  /// The assay counts another moiety than the one that was given.
  record OtherAssay(MeasuredLevel level, Moiety given) implements Refusal {
    @Override
    public String reason() {
      return "The level at "
          + minutes(level)
          + " counts "
          + level.moiety().genericName()
          + ", and "
          + given.genericName()
          + " was given";
    }
  }

  /// The model has no curve for this person and what was given: another moiety or route than it was
  /// made for, a person outside its domain, a fact it needs and nobody knows.
  record NotPredicted(Prediction.Refusal prediction) implements Refusal {
    @Override
    public String reason() {
      return prediction.reason();
    }
  }

  /// The assay could not put a number to the level.
  record BelowQuantification(MeasuredLevel level) implements Refusal {
    @Override
    public String reason() {
      return "The level at "
          + minutes(level)
          + " lies below the assay's limit of "
          + level.quantificationLimit()
          + " ng/mL";
    }
  }

  /// Drawn before anything was given: whatever was measured comes from elsewhere.
  record BeforeFirstDose(MeasuredLevel level) implements Refusal {
    @Override
    public String reason() {
      return "The level at " + minutes(level) + " was drawn before anything was given";
    }
  }

  /// What was asked for cannot be told from so few levels.
  ///
  /// @param asked for what, in words
  record TooFewLevels(String asked, int needed, int found) implements Refusal {
    @Override
    public String reason() {
      return asked + " needs at least " + needed + " levels; there are " + found;
    }
  }

  private static String minutes(MeasuredLevel level) {
    return Math.round(level.minute() * 10) / 10.0 + " min";
  }
}

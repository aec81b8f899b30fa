package org.nepenthe.pharmacology;

import java.util.List;
import org.nepenthe.pharmacology.model.Covariates;
import org.nepenthe.pharmacology.model.EffectSite;
import org.nepenthe.pharmacology.model.PkModel;
import org.nepenthe.pharmacology.regimen.Minutes;
import org.nepenthe.pharmacology.regimen.Regimen;

/// One model on one regimen in one person.
public final class Pharmacokinetics {
  private Pharmacokinetics() {}

  /// With the effect site the model shows unless another is asked for.
  public static Prediction simulate(
      PkModel model, Covariates person, Regimen regimen, List<Double> minutes) {
    return simulate(model, model.effectSite(), person, regimen, minutes);
  }

  /// @param minutes ascending, from the start of the regimen
  /// @throws IllegalArgumentException for times that do not ascend, or an effect site of another
  ///     model
  public static Prediction simulate(
      PkModel model,
      EffectSite effectSite,
      Covariates person,
      Regimen regimen,
      List<Double> minutes) {
    if (!model.effectSites().contains(effectSite)) {
      throw new IllegalArgumentException(
          "effect site " + effectSite.id() + " does not belong to model " + model.id());
    }
    Minutes.ascending(minutes);
    if (!model.moieties().contains(regimen.moiety())) {
      return new Prediction.OtherMoiety(model, regimen.moiety());
    }
    if (!model.weightRange().contains(person.weight())) {
      return new Prediction.OutsideDomain(model, person.weight(), model.weightRange());
    }
    var curve = PatientModel.of(model.body(person, effectSite)).simulate(regimen, minutes);
    return new Prediction.Predicted(model, effectSite, curve);
  }
}

package org.nepenthe.pharmacology;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nepenthe.pharmacology.Prediction.MissingCovariate;
import org.nepenthe.pharmacology.Prediction.OtherMoiety;
import org.nepenthe.pharmacology.Prediction.OtherRoute;
import org.nepenthe.pharmacology.Prediction.OutsideDomain;
import org.nepenthe.pharmacology.Prediction.Predicted;
import org.nepenthe.pharmacology.Prediction.Refusal;
import org.nepenthe.pharmacology.model.Covariates;
import org.nepenthe.pharmacology.model.EffectSite;
import org.nepenthe.pharmacology.model.Eta;
import org.nepenthe.pharmacology.model.PkModel;
import org.nepenthe.pharmacology.person.Covariate;
import org.nepenthe.pharmacology.person.CovariateRange;
import org.nepenthe.pharmacology.regimen.Administration;
import org.nepenthe.pharmacology.regimen.Minutes;
import org.nepenthe.pharmacology.regimen.Regimen;

/// One model on one regimen in one person.
public final class Pharmacokinetics {
  private Pharmacokinetics() {}

  /// With the effect site the model shows unless another is asked for.
  public static Prediction simulate(
      PkModel model, Covariates person, Regimen regimen, List<Double> minutes) {
    return predict(model, model.effectSites().stream().findFirst(), person, regimen, minutes);
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
    return predict(model, Optional.of(effectSite), person, regimen, minutes);
  }

  /// Why a model has no curve for a person and a regimen; empty where it has one.
  public static Optional<Refusal> refusal(PkModel model, Covariates person, Regimen regimen) {
    if (!model.moieties().contains(regimen.moiety())) {
      return Optional.of(new OtherMoiety(model, regimen.moiety()));
    }
    return unknownRoute(model, regimen).or(() -> outside(model, person));
  }

  private static Prediction predict(
      PkModel model,
      Optional<EffectSite> site,
      Covariates person,
      Regimen regimen,
      List<Double> minutes) {
    Minutes.ascending(minutes);
    var refusal = refusal(model, person, regimen);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    boolean onlyParent = model.measured().size() == 1;
    if (onlyParent && model.isMammillary() && site.isPresent() && regimen.isIntravenous()) {
      var curve = PatientModel.of(model.body(person, site.get())).simulate(regimen, minutes);
      return new Predicted(model, site, curve, Map.of());
    }
    var body = PatientNetwork.of(model, person, site, Eta.typical());
    var curves = body.simulate(regimen, minutes);
    return new Predicted(model, site, curves.parent(), curves.metabolites());
  }

  private static Optional<Refusal> unknownRoute(PkModel model, Regimen regimen) {
    return regimen.administrations().stream()
        .map(dose -> unknownRoute(model, dose))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Refusal> unknownRoute(PkModel model, Administration given) {
    var absorption = model.absorption(given.route());
    if (absorption.isEmpty()) {
      var why = model.title() + " says nothing of " + given.route().plainWords() + " doses";
      return Optional.of(new OtherRoute(model, why));
    }
    var device = absorption.get().device();
    if (device.isPresent() && device.get().count(given.dose()).isEmpty()) {
      var why =
          model.title()
              + " knows "
              + given.route().plainWords()
              + " doses in whole devices of "
              + BigDecimal.valueOf(device.get().milligrams()).stripTrailingZeros().toPlainString()
              + " mg only, not "
              + given.dose().milligrams().toPlainString()
              + " mg";
      return Optional.of(new OtherRoute(model, why));
    }
    return Optional.empty();
  }

  private static Optional<Refusal> outside(PkModel model, Covariates person) {
    for (var range : model.domain()) {
      var known = known(range.covariate(), person);
      if (known.isEmpty() && range.needed()) {
        return Optional.of(new MissingCovariate(model, range.covariate()));
      }
      if (known.isPresent() && !range.contains(known.get())) {
        return Optional.of(
            new OutsideDomain(model, range.covariate(), stated(known.get(), range), range));
      }
    }
    return model.needsEthnicity() && person.ethnicity().isEmpty()
        ? Optional.of(new MissingCovariate(model, Covariate.ETHNICITY))
        : Optional.empty();
  }

  private static Optional<BigDecimal> known(Covariate covariate, Covariates person) {
    return switch (covariate) {
      case BODY_WEIGHT -> Optional.of(person.weight().kilograms());
      case AGE -> person.age().map(age -> age.years());
      case ETHNICITY -> Optional.empty();
    };
  }

  private static String stated(BigDecimal value, CovariateRange range) {
    return value.toPlainString() + " " + range.covariate().unit();
  }
}

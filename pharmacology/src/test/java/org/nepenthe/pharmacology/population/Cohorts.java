package org.nepenthe.pharmacology.population;

import java.util.List;
import java.util.Optional;
import org.nepenthe.pharmacology.model.EffectSite;
import org.nepenthe.pharmacology.model.Ke0;
import org.nepenthe.pharmacology.model.ModelCatalogue;
import org.nepenthe.pharmacology.model.PkModel;
import org.nepenthe.pharmacology.population.people.Demographics;
import org.nepenthe.pharmacology.population.people.DemographicsCatalogue;
import org.nepenthe.pharmacology.population.people.Spread;
import org.nepenthe.pharmacology.population.people.VirtualPopulation;
import org.nepenthe.pharmacology.regimen.Minutes;
import org.nepenthe.pharmacology.regimen.Regimen;
import org.nepenthe.quantity.Dose;
import org.nepenthe.quantity.Moiety;

/// The populations and regimens that several tests look at.
public final class Cohorts {
  public static final long SEED = Long.getLong("nepenthe.seed", 20260101L);

  private Cohorts() {}

  public static PkModel simons() {
    return ModelCatalogue.shipped().get("simons-2022");
  }

  public static Demographics volunteers() {
    return DemographicsCatalogue.shipped().get("simons-2022");
  }

  public static VirtualPopulation simonsPopulation() {
    return VirtualPopulation.of(simons(), site(simons(), 0.0835), volunteers(), SEED);
  }

  public static VirtualPopulation ottoPopulation() {
    var otto = ModelCatalogue.shipped().get("otto-2021");
    var weight = otto.weightRange();
    double from = weight.from().doubleValue();
    double to = weight.to().doubleValue();
    var people =
        new Demographics(
            "any",
            "Anybody in the model's domain",
            new Spread((from + to) / 2, (to - from) / 4, from, to),
            volunteers().age(),
            0.5,
            volunteers().evidence());
    return VirtualPopulation.of(otto, otto.effectSite(), people, SEED);
  }

  /// An effect site for the arithmetic only.
  public static EffectSite site(PkModel model, double ke0) {
    return new EffectSite(
        "arithmetic",
        "none",
        new Ke0.Constant(ke0),
        model.id(),
        Optional.empty(),
        model.evidence());
  }

  /// 0.3 mg/kg over 40 min.
  public static Dosing infusion() {
    var dose = Dose.ofMilligrams("0.3", Moiety.ESKETAMINE);
    return new Dosing.PerKilogram(Regimen.infusion(dose, 40));
  }

  public static List<Double> everyMinute() {
    return Minutes.every(1, 240);
  }
}

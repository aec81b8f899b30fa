package org.nepenthe.bench;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.nepenthe.pharmacology.model.EffectSite;
import org.nepenthe.pharmacology.model.Ke0;
import org.nepenthe.pharmacology.model.ModelCatalogue;
import org.nepenthe.pharmacology.population.Dosing;
import org.nepenthe.pharmacology.population.NetworkSimulation;
import org.nepenthe.pharmacology.population.PopulationSimulation;
import org.nepenthe.pharmacology.population.kernel.Kernel;
import org.nepenthe.pharmacology.population.people.DemographicsCatalogue;
import org.nepenthe.pharmacology.population.people.VirtualPopulation;
import org.nepenthe.pharmacology.regimen.Minutes;
import org.nepenthe.pharmacology.regimen.Regimen;
import org.nepenthe.quantity.Dose;
import org.nepenthe.quantity.Moiety;

/// The works on populations. Simons' esketamine with its variability, weights as in its volunteers,
/// and an effect site with ke0 0.0835/min (half-life 8.3 min, Olofsen 2022).
public final class Works {
  public static final int W1_PERSONS = 100_000;
  public static final int W1_TIMES = 241;
  public static final int W2_PERSONS = 1_000;
  public static final int W3_PERSONS = 1_000;

  private static final long SEED = 1;
  private static final double KE0 = 0.0835;

  private Works() {}

  static VirtualPopulation population() {
    var model = ModelCatalogue.shipped().get("simons-2022");
    var site =
        new EffectSite(
            "work", "none", new Ke0.Constant(KE0), model.id(), Optional.empty(), model.evidence());
    var people = DemographicsCatalogue.shipped().get("simons-2022");
    return VirtualPopulation.of(model, site, people, SEED);
  }

  /// 0.3 mg/kg over 40 min, every minute for 4 h.
  public static PopulationSimulation w1(Kernel kernel) {
    return new PopulationSimulation(population(), infusion(), everyMinute(), kernel);
  }

  /// Ten daily infusions of 0.3 mg/kg/h over 4 h, every 10 min for 14 days.
  public static PopulationSimulation w2(Kernel kernel) {
    var regimen = Regimen.none(Moiety.ESKETAMINE);
    var dose = Dose.ofMilligrams("1.2", Moiety.ESKETAMINE);
    for (int day = 0; day < 10; day++) {
      double from = day * 1440.0;
      regimen = regimen.plusRate(from, from + 240, dose.over(new BigDecimal("240")));
    }
    var times = Minutes.every(10, 14 * 1440);
    return new PopulationSimulation(population(), new Dosing.PerKilogram(regimen), times, kernel);
  }

  /// As W1, with norketamine and hydroxynorketamine.
  public static NetworkSimulation w3() {
    return new NetworkSimulation(population(), infusion(), everyMinute());
  }

  private static Dosing infusion() {
    return new Dosing.PerKilogram(
        Regimen.infusion(Dose.ofMilligrams("0.3", Moiety.ESKETAMINE), 40));
  }

  private static List<Double> everyMinute() {
    return Minutes.every(1, 240);
  }
}

package org.nepenthe.clinic.planning;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nepenthe.care.planning.protocol.Protocol;
import org.nepenthe.clinic.platform.display.Figures;
import org.nepenthe.pharmacology.Ensemble;
import org.nepenthe.pharmacology.model.ModelCatalogue;
import org.nepenthe.pharmacology.model.PkModel;
import org.nepenthe.pharmacology.population.Dosing;
import org.nepenthe.pharmacology.population.Limits;
import org.nepenthe.pharmacology.population.PopulationSimulation;
import org.nepenthe.pharmacology.population.Site;
import org.nepenthe.pharmacology.population.people.Demographics;
import org.nepenthe.pharmacology.population.people.DemographicsCatalogue;
import org.nepenthe.pharmacology.population.people.VirtualPopulation;
import org.nepenthe.pharmacology.regimen.Minutes;
import org.nepenthe.pharmacology.regimen.Regimen;
import org.nepenthe.quantity.BodyWeight;
import org.nepenthe.quantity.Dose;

/// A protocol tried on people nobody has met: how far apart their highest concentrations lie, and
/// how many leave a band. The same for the same dose: the people are always the same.
///
/// No model of racemic ketamine in adults that could be read says how people differ. For such a
/// protocol the people of another drug's model show how far people differ at all, as multiples of
/// their median and never as concentrations: milligrams of the two are not the same.
///
/// @param persons how many people
/// @param model whose spread it is
/// @param otherDrug whether the model is of another drug than the protocol
/// @param percentiles of the highest concentration in plasma
/// @param leaving share that leaves the band at some time, where one was given
public record PopulationPreview(
    long persons,
    PkModel model,
    Demographics people,
    boolean otherDrug,
    List<Percentile> percentiles,
    Optional<Share> leaving) {
  private static final long PERSONS = 2_000;
  private static final long SEED = 1;
  private static final double MINUTES_AFTER = 120;
  private static final double[] PERCENTS = {5, 25, 50, 75, 95};

  public PopulationPreview {
    percentiles = List.copyOf(percentiles);
  }

  /// @param peak in words with its unit, or as a multiple of the median
  public record Percentile(String percent, String peak) {}

  /// @param band in words with its unit
  /// @param percent of the people who leave it
  public record Share(String band, String percent) {}

  /// A band of plasma concentrations, ng/mL.
  public record Band(BigDecimal lower, BigDecimal upper) {}

  /// One for each published description of people.
  static List<PopulationPreview> of(
      Protocol protocol, BigDecimal dosePerKilogram, BigDecimal minutes, Optional<Band> band) {
    var previews = new ArrayList<PopulationPreview>();
    var models = ModelCatalogue.shipped();
    for (var people : DemographicsCatalogue.shipped().all()) {
      var model = models.get(people.id());
      boolean same = model.moieties().contains(protocol.moiety());
      var moiety = same ? protocol.moiety() : model.moieties().iterator().next();
      var dose = new Dose(dosePerKilogram, moiety);
      previews.add(of(dose, minutes, same ? band : Optional.empty(), model, people, !same));
    }
    return previews;
  }

  private static PopulationPreview of(
      Dose forOneKilogram,
      BigDecimal minutes,
      Optional<Band> band,
      PkModel model,
      Demographics people,
      boolean otherDrug) {
    double end = minutes.doubleValue();
    var regimen =
        Regimen.none(forOneKilogram.moiety()).plusRate(0, end, forOneKilogram.over(minutes));
    var simulation =
        new PopulationSimulation(
            VirtualPopulation.of(model, model.effectSite(), people, SEED),
            new Dosing.PerKilogram(regimen),
            Minutes.every(1, end + MINUTES_AFTER));
    var peaks = simulation.peaks(PERSONS, 1);
    double median = peaks.at(Site.PLASMA, 50);
    var percentiles = new ArrayList<Percentile>();
    for (double percent : PERCENTS) {
      double peak = peaks.at(Site.PLASMA, percent);
      percentiles.add(
          new Percentile(
              Figures.count(Math.round(percent)),
              otherDrug ? times(peak / median) : nanograms(peak)));
    }
    var share =
        band.map(limits ->
            new Share(
                Figures.exact(limits.lower(), "") + " to " + Figures.exact(limits.upper(), "ng/mL"),
                percent(
                    simulation
                        .leaving(
                            new Limits(
                                Site.PLASMA,
                                limits.lower().doubleValue(),
                                limits.upper().doubleValue()),
                            PERSONS,
                            1)
                        .ever())));
    return new PopulationPreview(PERSONS, model, people, otherDrug, percentiles, share);
  }

  /// What each model says of one typical person of a weight.
  static List<Typical> typical(
      Ensemble ensemble, Protocol protocol, BigDecimal dosePerKilogram, BigDecimal minutes) {
    var weight = BodyWeight.ofKilograms(REFERENCE_KILOGRAMS);
    var dose =
        new org.nepenthe.quantity.WeightNormalisedDose(dosePerKilogram)
            .forWeight(weight, protocol.moiety());
    double end = minutes.doubleValue();
    var regimen = Regimen.none(protocol.moiety()).plusRate(0, end, dose.over(minutes));
    return ensemble
        .forecast(weight, regimen, Minutes.every(1, end + MINUTES_AFTER))
        .curves()
        .stream()
        .map(curve -> new Typical(curve.model().title(), nanograms(curve.curve().highestCp())))
        .toList();
  }

  /// The adult for whom doses are commonly compared; shown with every figure made from it.
  static final double REFERENCE_KILOGRAMS = 70;

  /// @param peak highest concentration in plasma, in words with its unit
  public record Typical(String model, String peak) {}

  private static String times(double ratio) {
    return Figures.rounded(BigDecimal.valueOf(ratio), 3, 2) + " times";
  }

  private static String nanograms(double concentration) {
    return Figures.withUnit(Figures.rounded(BigDecimal.valueOf(concentration), 3, 1), "ng/mL");
  }

  private static String percent(double share) {
    return Figures.withUnit(
        Figures.rounded(BigDecimal.valueOf(share).movePointRight(2), 3, 1), "%");
  }
}

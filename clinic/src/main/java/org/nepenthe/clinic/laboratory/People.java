package org.nepenthe.clinic.laboratory;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.nepenthe.pharmacology.model.PkModel;
import org.nepenthe.pharmacology.population.Dosing;
import org.nepenthe.pharmacology.population.PopulationSimulation;
import org.nepenthe.pharmacology.population.Site;
import org.nepenthe.pharmacology.population.people.Demographics;
import org.nepenthe.pharmacology.population.people.Spread;
import org.nepenthe.pharmacology.population.people.VirtualPopulation;

/// How people of one weight differ under one model that says so: the other half of not knowing,
/// beside the disagreement of models.
///
/// @param percentiles plasma in ng/mL at the minutes: 5, 25, 50, 75, 95 %
public record People(PkModel model, List<List<Double>> percentiles) {
  public static final int PERSONS = 4000;
  private static final long SEED = 1;
  private static final double SAME = 1e-3;
  private static final double[] PERCENTS = {5, 25, 50, 75, 95};

  /// Empty where no model asked says how people differ, or the doses do not go into a vein.
  static Optional<People> of(Experiment experiment, List<Line> lines, List<Double> minutes) {
    return lines.stream()
        .map(Line::model)
        .filter(model -> suits(model, experiment))
        .findFirst()
        .map(model -> of(model, experiment, minutes));
  }

  private static boolean suits(PkModel model, Experiment experiment) {
    double weight = experiment.person().weight().asDouble();
    var range = model.weightRange();
    return model.variability().isKnown()
        && model.isMammillary()
        && !model.effectSites().isEmpty()
        && experiment.regimen().isIntravenous()
        && weight - SAME >= range.from().doubleValue()
        && weight + SAME <= range.to().doubleValue();
  }

  private static People of(PkModel model, Experiment experiment, List<Double> minutes) {
    double weight = experiment.person().weight().asDouble();
    var alike =
        new Demographics(
            "same-weight",
            "People of this weight",
            new Spread(weight, SAME, weight - SAME, weight + SAME),
            new Spread(45, 15, 18, 90),
            0.5,
            model.evidence());
    var population = VirtualPopulation.of(model, model.effectSite(), alike, SEED);
    var bands =
        new PopulationSimulation(population, new Dosing.Same(experiment.regimen()), minutes)
            .bands(PERSONS, 1);
    return new People(
        model,
        Arrays.stream(PERCENTS)
            .mapToObj(percent -> Arrays.stream(bands.at(Site.PLASMA, percent)).boxed().toList())
            .toList());
  }
}

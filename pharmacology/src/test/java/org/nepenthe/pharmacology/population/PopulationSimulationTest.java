package org.nepenthe.pharmacology.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nepenthe.pharmacology.PatientModel;
import org.nepenthe.pharmacology.model.Covariates;
import org.nepenthe.pharmacology.population.kernel.Kernel;
import org.nepenthe.pharmacology.population.people.VirtualPopulation;
import org.nepenthe.pharmacology.regimen.Minutes;
import org.nepenthe.pharmacology.regimen.Regimen;
import org.nepenthe.quantity.BodyWeight;
import org.nepenthe.quantity.Dose;
import org.nepenthe.quantity.Moiety;

/// Curves of single people against the matrix exponential: 1e-9 relative. Percentiles against the
/// sorted exact values: 0.5 %, which is what the product promises.
class PopulationSimulationTest {
  private static final int PERSONS = 6_000;

  static Stream<Kernel> kernels() {
    return Stream.of(Kernel.scalar(), Kernel.best()).distinct();
  }

  private static PopulationSimulation simulation(Kernel kernel) {
    return new PopulationSimulation(
        Cohorts.simonsPopulation(), Cohorts.infusion(), Cohorts.everyMinute(), kernel);
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void everyCurveIsThatOfItsPersonByTheOtherRoute(Kernel kernel) {
    curvesAgree(Cohorts.simonsPopulation(), Cohorts.infusion(), Cohorts.everyMinute(), kernel);
    curvesAgree(Cohorts.ottoPopulation(), Cohorts.infusion(), Cohorts.everyMinute(), kernel);
  }

  /// Boluses on and off the grid, two rates that meet off the grid, a grid that is not uniform.
  @ParameterizedTest
  @MethodSource("kernels")
  void unevenRegimensAndTimesAreExactToo(Kernel kernel) {
    var regimen =
        Regimen.none(Moiety.ESKETAMINE)
            .plusBolus(0, mg("5"))
            .plusBolus(20, mg("2.5"))
            .plusBolus(33.3, mg("7"))
            .plusRate(1.5, 20, mg("10").over(new java.math.BigDecimal("18.5")))
            .plusRate(20, 41.25, mg("30").over(new java.math.BigDecimal("60")));
    var times = List.of(0.0, 1.0, 1.5, 3.0, 20.0, 20.1, 20.2, 20.3, 40.0, 60.0, 600.0, 5000.0);
    curvesAgree(Cohorts.simonsPopulation(), new Dosing.Same(regimen), times, kernel);
  }

  /// More times than one block of rows has: the work W2 of ten daily infusions.
  @Test
  void tenDailyInfusionsAreExactToo() {
    var regimen = Regimen.none(Moiety.ESKETAMINE);
    for (int day = 0; day < 10; day++) {
      double from = day * 1440;
      regimen = regimen.plusRate(from, from + 240, mg("70").over(new java.math.BigDecimal("240")));
    }
    var times = Minutes.every(10, 14 * 1440);
    curvesAgree(Cohorts.simonsPopulation(), new Dosing.Same(regimen), times, Kernel.best());
    var simulation =
        new PopulationSimulation(Cohorts.simonsPopulation(), new Dosing.Same(regimen), times);
    var bands = simulation.bands(1000, 1);
    var exact = new Exact(simulation, 1000, times.size());
    for (double percent : List.of(5.0, 50.0, 95.0)) {
      exact.compare(bands.at(Site.PLASMA, percent), Site.PLASMA, percent);
    }
  }

  private static void curvesAgree(
      VirtualPopulation population, Dosing dosing, List<Double> times, Kernel kernel) {
    var block = new CurveBlock(16, times.size());
    var curves = new PopulationSimulation(population, dosing, times, kernel).curves(block);
    for (long first : List.of(0L, 1_000_000_007L)) {
      curves.fill(first);
      for (int lane = 0; lane < 16; lane++) {
        var person = population.person(first + lane);
        double scale = dosing instanceof Dosing.PerKilogram ? person.weight().asDouble() : 1;
        var exact =
            PatientModel.byMatrixExponential(population.body(person))
                .simulate(dosing.regimen(), times);
        for (int row = 0; row < times.size(); row++) {
          double cp = scale * exact.cp().get(row);
          double ce = scale * exact.ce().get(row);
          assertThat(block.plasma(lane, row)).isCloseTo(cp, within(1e-9 * cp + 1e-10));
          assertThat(block.effect(lane, row)).isCloseTo(ce, within(1e-9 * ce + 1e-10));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void bandsLieWithinHalfAPercentOfTheSortedValues(Kernel kernel) {
    var simulation = simulation(kernel);
    var bands = simulation.bands(PERSONS, 1);
    var exact = new Exact(simulation, PERSONS, 241);
    for (double percent : List.of(5.0, 25.0, 50.0, 75.0, 95.0)) {
      exact.compare(bands.at(Site.PLASMA, percent), Site.PLASMA, percent);
      exact.compare(bands.at(Site.EFFECT, percent), Site.EFFECT, percent);
    }
  }

  @Test
  void resultsDoNotDependOnTheNumberOfThreads() {
    var simulation = simulation(Kernel.best());
    var one = simulation.bands(PERSONS, 1);
    for (int threads : List.of(2, 3, 7)) {
      var many = simulation.bands(PERSONS, threads);
      for (double percent : List.of(0.1, 5.0, 50.0, 95.0, 100.0)) {
        assertThat(many.at(Site.PLASMA, percent)).isEqualTo(one.at(Site.PLASMA, percent));
        assertThat(many.at(Site.EFFECT, percent)).isEqualTo(one.at(Site.EFFECT, percent));
      }
    }
    var limits = new Limits(Site.EFFECT, 20, 150);
    assertThat(simulation.leaving(limits, PERSONS, 5))
        .isEqualTo(simulation.leaving(limits, PERSONS, 1));
    assertThat(simulation.peaks(PERSONS, 5).at(Site.PLASMA, 90))
        .isEqualTo(simulation.peaks(PERSONS, 1).at(Site.PLASMA, 90));
  }

  /// Half of the deviations are up and half down, so the median person is near the typical one:
  /// within 3 % with 6,000 people.
  @Test
  void medianRunsAlongTheTypicalCurve() {
    var bands = simulation(Kernel.best()).bands(PERSONS, 1);
    var simons = Cohorts.simons();
    var typical =
        PatientModel.of(
            simons.body(
                new Covariates(BodyWeight.ofKilograms("73")), Cohorts.site(simons, 0.0835)));
    var regimen = Regimen.infusion(mg("21.9"), 40);
    var curve = typical.simulate(regimen, Cohorts.everyMinute());
    var median = bands.at(Site.PLASMA, 50);
    for (int row : List.of(10, 40, 60, 120, 240)) {
      assertThat(median[row] / curve.cp().get(row))
          .as("minute %s, seed %s", row, Cohorts.SEED)
          .isCloseTo(1, within(0.03));
    }
  }

  @Test
  void peaksAndLeavingAreThoseOfTheCurves() {
    var simulation = simulation(Kernel.best());
    int persons = 1000;
    var exact = new Exact(simulation, persons, 241);
    var limits = new Limits(Site.PLASMA, 0, 200);
    var leaving = simulation.leaving(limits, persons, 1);
    var highest = new double[persons];
    for (var row : exact.plasma) {
      for (int i = 0; i < persons; i++) {
        highest[i] = Math.max(highest[i], row[i]);
      }
    }
    double over = Arrays.stream(highest).filter(peak -> peak > 200).count() / (double) persons;
    assertThat(over).isBetween(0.05, 0.95);
    assertThat(leaving.ever()).isEqualTo(over);
    assertThat(leaving.below()).containsOnly(0.0);
    double at40 =
        Arrays.stream(exact.plasma[40]).filter(value -> value > 200).count() / (double) persons;
    assertThat(leaving.above().get(40)).isEqualTo(at40);
    Arrays.sort(highest);
    var peaks = simulation.peaks(persons, 1);
    for (int percent : List.of(5, 50, 95)) {
      double expected = highest[percent * persons / 100 - 1];
      assertThat(peaks.at(Site.PLASMA, percent)).isCloseTo(expected, within(0.005 * expected));
    }
  }

  @Test
  void refusesWhatItCannotDo() {
    var population = Cohorts.simonsPopulation();
    var racemic =
        new Dosing.Same(Regimen.infusion(Dose.ofMilligrams("20", Moiety.RACEMIC_KETAMINE), 40));
    assertThatThrownBy(() -> new PopulationSimulation(population, racemic, List.of(1.0)))
        .hasMessageContaining("simons-2022 is no model of");
    assertThatThrownBy(
            () -> new PopulationSimulation(population, Cohorts.infusion(), List.of(2.0, 1.0)))
        .hasMessageContaining("1.0 min stands after 2.0 min");
    var simulation = simulation(Kernel.scalar());
    assertThatThrownBy(() -> simulation.bands(0, 1)).hasMessageContaining("was 0");
    assertThatThrownBy(() -> simulation.bands(10, 0)).hasMessageContaining("threads");
    assertThatThrownBy(() -> simulation.bands(10, 1).at(Site.PLASMA, Double.NaN))
        .hasMessageContaining("NaN %");
    assertThatThrownBy(() -> simulation.curves(new CurveBlock(8, 10)))
        .hasMessageContaining("no room for 241");
    assertThatThrownBy(() -> new Limits(Site.PLASMA, 5, Double.NaN)).hasMessageContaining("NaN");
  }

  private static Dose mg(String milligrams) {
    return Dose.ofMilligrams(milligrams, Moiety.ESKETAMINE);
  }

  /// Every value of every person, to be sorted.
  private static final class Exact {
    final double[][] plasma;
    final double[][] effect;

    Exact(PopulationSimulation simulation, int persons, int times) {
      plasma = new double[times][persons];
      effect = new double[times][persons];
      var block = new CurveBlock(8, times);
      var curves = simulation.curves(block);
      for (int person = 0; person < persons; person++) {
        if (person % 8 == 0) {
          curves.fill(person);
        }
        for (int row = 0; row < times; row++) {
          plasma[row][person] = block.plasma(person % 8, row);
          effect[row][person] = block.effect(person % 8, row);
        }
      }
    }

    void compare(double[] band, Site site, double percent) {
      var rows = site == Site.PLASMA ? plasma : effect;
      for (int row = 0; row < band.length; row++) {
        var sorted = rows[row].clone();
        Arrays.sort(sorted);
        double expected = sorted[(int) Math.ceil(percent / 100 * sorted.length) - 1];
        assertThat(band[row])
            .as("%s percent, row %s, seed %s", percent, row, Cohorts.SEED)
            .isCloseTo(expected, within(0.005 * expected));
      }
    }
  }
}

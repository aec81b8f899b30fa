package org.nepenthe.pharmacology.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.nepenthe.pharmacology.PatientNetwork;
import org.nepenthe.pharmacology.model.Analyte;
import org.nepenthe.pharmacology.population.people.VirtualPopulation;
import org.nepenthe.pharmacology.regimen.Regimen;
import org.nepenthe.quantity.Dose;
import org.nepenthe.quantity.Moiety;

/// The chain of parent and metabolites for each person against the route for one person: 1e-9
/// relative; the parent against the closed form as well. Percentiles within 0.5 % of the sorted
/// values.
class NetworkSimulationTest {
  private static final VirtualPopulation POPULATION = Cohorts.simonsPopulation();

  @Test
  void everyCurveIsThatOfItsPerson() {
    var regimen =
        Regimen.infusion(Dose.ofMilligrams("0.3", Moiety.ESKETAMINE), 40)
            .plusBolus(61.5, Dose.ofMilligrams("0.1", Moiety.ESKETAMINE));
    var times = Cohorts.everyMinute();
    var simulation = new NetworkSimulation(POPULATION, new Dosing.PerKilogram(regimen), times);
    var parents = new CurveBlock(8, times.size());
    new PopulationSimulation(POPULATION, new Dosing.PerKilogram(regimen), times)
        .curves(parents)
        .fill(0);
    for (int number = 0; number < 8; number++) {
      var person = POPULATION.person(number);
      double weight = person.weight().asDouble();
      var expected =
          PatientNetwork.of(
                  POPULATION.model(),
                  POPULATION.covariates(person),
                  Optional.of(POPULATION.effectSite()),
                  person.eta())
              .simulate(regimen, times);
      var curves = simulation.curves(number);
      for (int row = 0; row < times.size(); row++) {
        near(curves[0][row], weight * expected.of(Analyte.KETAMINE).get(row));
        near(curves[0][row], parents.plasma(number, row));
        near(curves[1][row], weight * expected.of(Analyte.NORKETAMINE).get(row));
        near(curves[2][row], weight * expected.of(Analyte.HYDROXYNORKETAMINE).get(row));
        near(curves[3][row], weight * expected.parent().ce().get(row));
        near(curves[3][row], parents.effect(number, row));
      }
    }
  }

  private static void near(double actual, double expected) {
    assertThat(actual)
        .as("seed %s", Cohorts.SEED)
        .isCloseTo(expected, within(1e-9 * expected + 1e-9));
  }

  @Test
  void bandsAreThoseOfTheCurvesWhateverTheThreads() {
    int persons = 300;
    var times = List.of(0.0, 10.0, 40.0, 100.0, 240.0);
    var simulation = new NetworkSimulation(POPULATION, Cohorts.infusion(), times);
    var bands = simulation.bands(persons, 1);
    var others = simulation.bands(persons, 3);
    for (double percent : List.of(5.0, 50.0, 95.0)) {
      var band = bands.inPlasma(Analyte.NORKETAMINE, percent);
      assertThat(others.inPlasma(Analyte.NORKETAMINE, percent)).isEqualTo(band);
      assertThat(others.atEffectSite(percent)).isEqualTo(bands.atEffectSite(percent));
      for (int row = 0; row < times.size(); row++) {
        var sorted = new double[persons];
        for (int person = 0; person < persons; person++) {
          sorted[person] = simulation.curves(person)[1][row];
        }
        Arrays.sort(sorted);
        double expected = sorted[(int) Math.ceil(percent / 100 * persons) - 1];
        assertThat(band[row]).isCloseTo(expected, within(0.005 * expected));
      }
    }
  }

  @Test
  void refusesWhatItCannotDo() {
    assertThatThrownBy(
            () -> new NetworkSimulation(POPULATION, Cohorts.infusion(), List.of(2.0, 1.0)))
        .hasMessageContaining("1.0 min stands after 2.0 min");
    var simulation = new NetworkSimulation(POPULATION, Cohorts.infusion(), List.of(1.0));
    assertThatThrownBy(() -> simulation.bands(0, 1)).hasMessageContaining("0 and 1");
  }
}

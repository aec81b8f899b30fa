package org.nepenthe.pharmacology.population.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nepenthe.pharmacology.model.ModelCatalogue;
import org.nepenthe.pharmacology.model.Variability.Level;
import org.nepenthe.pharmacology.population.Cohorts;
import org.nepenthe.pharmacology.population.people.Demographics.Sex;
import org.nepenthe.pharmacology.population.people.VirtualPopulation.Person;

/// People drawn vary as published. Laws: a log-normal factor with variance w of its logarithm has
/// mean `e^(w/2)` and variance `e^w (e^w - 1)`; covariances of the logarithms are the model's. All
/// within five standard errors of 20,000 people.
class VirtualPopulationTest {
  private static final int COUNT = 20_000;
  private static final double FIVE_ERRORS = 5 / Math.sqrt(COUNT);

  /// They vary between occasions too, which adds to it.
  private static final Set<String> BOTH_LEVELS = Set.of("mtt-n", "cl-h");

  private static List<Person> people(VirtualPopulation population) {
    return IntStream.range(0, COUNT).mapToObj(population::person).toList();
  }

  @Test
  void factorsHaveTheMomentsOfTheLogNormal() {
    var people = people(Cohorts.simonsPopulation());
    for (var effect : Cohorts.simons().variability().effects(Level.BETWEEN_PERSONS)) {
      if (BOTH_LEVELS.contains(effect.parameter())) {
        continue;
      }
      double w = effect.variance();
      double sum = 0;
      double squares = 0;
      for (var person : people) {
        double factor = Math.exp(person.eta().on(effect.parameter()));
        sum += factor;
        squares += factor * factor;
      }
      double mean = Math.exp(w / 2);
      double variance = Math.exp(w) * (Math.exp(w) - 1);
      double drawn = squares / COUNT - sum / COUNT * sum / COUNT;
      assertThat(sum / COUNT)
          .as("%s, seed %s", effect.parameter(), Cohorts.SEED)
          .isCloseTo(mean, within(FIVE_ERRORS * Math.sqrt(variance)));
      assertThat(drawn / variance)
          .as("%s, seed %s", effect.parameter(), Cohorts.SEED)
          .isCloseTo(1, within(2.5 * FIVE_ERRORS));
    }
  }

  @Test
  void deviationsVaryTogetherAsTheModelSays() {
    var population = Cohorts.ottoPopulation();
    var variability = population.model().variability();
    var effects = variability.effects(Level.BETWEEN_PERSONS);
    var omega = variability.covarianceMatrix(Level.BETWEEN_PERSONS);
    var people = people(population);
    for (int i = 0; i < omega.length; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = 0;
        for (var person : people) {
          sum +=
              person.eta().on(effects.get(i).parameter())
                  * person.eta().on(effects.get(j).parameter());
        }
        double error = Math.sqrt(omega[i][i] * omega[j][j] + omega[i][j] * omega[i][j]);
        assertThat(sum / COUNT)
            .as("seed %s", Cohorts.SEED)
            .isCloseTo(omega[i][j], within(FIVE_ERRORS * error));
      }
    }
  }

  /// A normal distribution cut off 20/12 standard deviations on both sides of its mean keeps
  /// 0.7955 of its standard deviation (from the tables of the normal distribution: density 0.0995
  /// and share 0.9044 between the ends, `1 - 2 * 1.6667 * 0.0995 / 0.9044 = 0.6332`).
  @Test
  void weightsAgesAndSexesAreThePublishedOnes() {
    var people = people(Cohorts.simonsPopulation());
    double sum = 0;
    double squares = 0;
    int women = 0;
    for (var person : people) {
      double kilograms = person.weight().asDouble();
      assertThat(kilograms).isBetween(53.0, 93.0);
      assertThat(person.age().asDouble()).isBetween(18.0, 40.0);
      sum += kilograms - 73;
      squares += (kilograms - 73) * (kilograms - 73);
      women += person.sex() == Sex.FEMALE ? 1 : 0;
    }
    assertThat(sum / COUNT).isCloseTo(0, within(FIVE_ERRORS * 12));
    assertThat(Math.sqrt(squares / COUNT)).isCloseTo(12 * 0.7957, within(FIVE_ERRORS * 12));
    assertThat((double) women / COUNT).isCloseTo(0.5, within(FIVE_ERRORS / 2));
  }

  @Test
  void samePeopleForTheSameSeedOnly() {
    var population = Cohorts.simonsPopulation();
    assertThat(population.person(17)).isEqualTo(Cohorts.simonsPopulation().person(17));
    var others =
        VirtualPopulation.of(
            Cohorts.simons(),
            Cohorts.simons().effectSite(),
            Cohorts.volunteers(),
            Cohorts.SEED + 1);
    assertThat(population.person(17)).isNotEqualTo(others.person(17));
  }

  /// As Table 4 has it: clearances and volumes are a person's own, absorption is the day's.
  @Test
  void onAnotherOccasionOnlyWhatVariesBetweenOccasionsIsDrawnAgain() {
    var population = Cohorts.simonsPopulation();
    var today = population.person(5).eta();
    var another = population.onOccasion(3).person(5).eta();
    for (var parameter : List.of("v1", "cl", "q3", "cl-n", "v1-h", "q-h")) {
      assertThat(another.on(parameter)).isEqualTo(today.on(parameter)).isNotZero();
    }
    for (var parameter : List.of("f-mucosa", "ka-gut", "mtt-n", "cl-h")) {
      assertThat(another.on(parameter)).isNotEqualTo(today.on(parameter));
    }
    assertThat(population.onOccasion(3).person(5).weight())
        .isEqualTo(population.person(5).weight());
    assertThatThrownBy(() -> population.onOccasion(-1)).hasMessageContaining("-1");
  }

  @Test
  void refusesModelsThatDoNotSayHowPeopleDiffer() {
    var kamp = ModelCatalogue.shipped().get("kamp-2020");
    assertThatThrownBy(() -> VirtualPopulation.of(kamp, kamp.effectSite(), Cohorts.volunteers(), 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("kamp-2020 says nothing of how people differ");
  }

  @Test
  void refusesPeopleOutsideTheModelsDomain() {
    var heavy =
        new Demographics(
            "heavy",
            "Heavy people",
            new Spread(120, 20, 80, 160),
            Cohorts.volunteers().age(),
            0.5,
            Cohorts.volunteers().evidence());
    var simons = Cohorts.simons();
    assertThatThrownBy(() -> VirtualPopulation.of(simons, simons.effectSite(), heavy, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("80.0 to 160.0 kg")
        .hasMessageContaining("outside 53 to 93 kg");
  }
}

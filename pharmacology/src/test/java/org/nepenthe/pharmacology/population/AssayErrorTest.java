package org.nepenthe.pharmacology.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.nepenthe.pharmacology.model.ModelCatalogue;
import org.nepenthe.pharmacology.population.people.VirtualPopulation;

/// Otto's residual error of esketamine is proportional with a standard deviation of 0.23609
/// (pharmacology.md 2.3). With n samples the mean of such errors lies within 4 / sqrt(n) standard
/// deviations of 0, and their own standard deviation within 4 / sqrt(2 n) of itself, but for one
/// seed in ten thousand.
class AssayErrorTest {
  private static final double PUBLISHED = 0.23609;
  private static final List<Double> TIMES = List.of(5.0, 20.0, 40.0, 90.0);
  private static final int PERSONS = 4_000;

  private static PopulationSimulation simulation() {
    return new PopulationSimulation(Cohorts.ottoPopulation(), Cohorts.infusion(), TIMES);
  }

  @Test
  void aSampleIsOffItsPersonsCurveByThePublishedError() {
    var curve = new CurveBlock(8, TIMES.size());
    var sampled = new CurveBlock(8, TIMES.size());
    var curves = simulation().curves(curve);
    var samples = simulation().measured().curves(sampled);
    double sum = 0;
    double squares = 0;
    int n = 0;
    for (long first = 0; first < PERSONS; first += 8) {
      curves.fill(first);
      samples.fill(first);
      for (int lane = 0; lane < 8; lane++) {
        for (int row = 0; row < TIMES.size(); row++) {
          double error = sampled.plasma(lane, row) / curve.plasma(lane, row) - 1;
          sum += error;
          squares += error * error;
          n++;
          assertThat(sampled.effect(lane, row)).isEqualTo(curve.effect(lane, row));
        }
      }
    }
    assertThat(sum / n)
        .as("seed " + Cohorts.SEED)
        .isCloseTo(0, within(4 * PUBLISHED / Math.sqrt(n)));
    assertThat(Math.sqrt(squares / n))
        .as("seed " + Cohorts.SEED)
        .isCloseTo(PUBLISHED, within(4 * PUBLISHED / Math.sqrt(2.0 * n)));
  }

  /// Error on top of difference makes every outer band wider.
  @Test
  void bandsOfSamplesAreWiderThanBandsOfPeople() {
    var people = simulation().bands(PERSONS, 1);
    var samples = simulation().measured().bands(PERSONS, 1);
    for (int row = 0; row < TIMES.size(); row++) {
      assertThat(samples.at(Site.PLASMA, 95)[row]).isGreaterThan(people.at(Site.PLASMA, 95)[row]);
      assertThat(samples.at(Site.PLASMA, 5)[row]).isLessThan(people.at(Site.PLASMA, 5)[row]);
    }
  }

  /// The first 256 are taken twice: once to find the range.
  @Test
  void whoeverWatchesIsToldOfEverybody() {
    var told = new AtomicLong();
    var _ = simulation().watchedBy(told::addAndGet).bands(PERSONS, 3);
    assertThat(told.get()).isEqualTo(PERSONS + 256);
  }

  @Test
  void theSameForAnyNumberOfThreads() {
    var one = simulation().measured().bands(PERSONS, 1);
    var three = simulation().measured().bands(PERSONS, 3);
    assertThat(three.at(Site.PLASMA, 95)).isEqualTo(one.at(Site.PLASMA, 95));
  }

  @Test
  void aModelWithoutAKnownErrorIsRefused() {
    assertThat(ModelCatalogue.shipped().get("kamp-2020").variability().isKnown()).isFalse();
    var simulation = simulation();
    assertThat(simulation.measured()).isNotNull();
    assertThatThrownBy(() ->
            VirtualPopulation.of(
                ModelCatalogue.shipped().get("kamp-2020"),
                ModelCatalogue.shipped().get("kamp-2020").effectSite(),
                Cohorts.volunteers(),
                Cohorts.SEED))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

package org.nepenthe.pharmacology.population.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Moments of the uniform distribution, within five standard errors of 100,000 numbers.
class DrawsTest {
  private static final int COUNT = 100_000;
  private static final long SEED = 20260101;

  @Test
  void numbersAreUniformAcrossPersonsAndAcrossPurposes() {
    var draws = new Draws(SEED);
    double[] byPerson = new double[COUNT];
    double[] byPurpose = new double[COUNT];
    for (int i = 0; i < COUNT; i++) {
      byPerson[i] = draws.uniform(i, 3);
      byPurpose[i] = draws.uniform(7, i);
    }
    uniform(byPerson);
    uniform(byPurpose);
    uncorrelated(byPerson, byPurpose);
  }

  @Test
  void neighboursAndOtherSeedsAreIndependent() {
    var here = new double[COUNT];
    var next = new double[COUNT];
    var otherPurpose = new double[COUNT];
    var otherSeed = new double[COUNT];
    var otherStream = new double[COUNT];
    for (int i = 0; i < COUNT; i++) {
      here[i] = new Draws(SEED).uniform(i, 0);
      next[i] = new Draws(SEED).uniform(i + 1, 0);
      otherPurpose[i] = new Draws(SEED).uniform(i, 1);
      otherSeed[i] = new Draws(SEED + 1).uniform(i, 0);
      otherStream[i] = new Draws(SEED).other(1).uniform(i, 0);
    }
    uncorrelated(here, next);
    uncorrelated(here, otherPurpose);
    uncorrelated(here, otherSeed);
    uncorrelated(here, otherStream);
  }

  /// `java.util.SplittableRandom` is the published generator; ours is it at a position.
  @Test
  void isSplitMix64() {
    long gamma = 0x9e3779b97f4a7c15L;
    long key = new SplittableRandom(SEED).nextLong();
    for (int person = 0; person < 100; person++) {
      long position = person * (1L << 20) + 5;
      long bits = new SplittableRandom(key + position * gamma).nextLong();
      double expected = (bits >>> 12) * 0x1p-52 + 0x1p-53;
      assertThat(new Draws(SEED).uniform(person, 5)).isEqualTo(expected);
    }
  }

  private static void uniform(double[] numbers) {
    double sum = 0;
    double squares = 0;
    for (double number : numbers) {
      assertThat(number).isGreaterThan(0).isLessThan(1);
      sum += number - 0.5;
      squares += (number - 0.5) * (number - 0.5);
    }
    double error = 5 / Math.sqrt(12.0 * COUNT);
    assertThat(sum / COUNT).as("seed %s", SEED).isCloseTo(0, within(error));
    assertThat(squares / COUNT).as("seed %s", SEED).isCloseTo(1.0 / 12, within(error / 3));
  }

  private static void uncorrelated(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < COUNT; i++) {
      sum += (one[i] - 0.5) * (other[i] - 0.5);
    }
    assertThat(12 * sum / COUNT)
        .as("seed %s", SEED)
        .isCloseTo(0, within(5 / Math.sqrt((double) COUNT)));
  }
}

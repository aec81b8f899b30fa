package org.nepenthe.pharmacology.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Ranked values against the sorted ones: 0.4 % of the value, the width of a bin.
class RowHistogramTest {
  private static final long SEED = 20260101;

  private static RowHistogram histogram(double[] least, double[] most) {
    return new RowHistogram(new RowHistogram.Bins(least, most));
  }

  @Test
  void ranksValuesOfEverySizeEvenFarBeyondThePilot() {
    var random = new SplittableRandom(SEED);
    var values = new double[5000];
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.exp(100 * random.nextDouble() - 50);
    }
    values[7] = 0;
    values[8] = Double.MIN_VALUE;
    var histogram = histogram(new double[] {3, 0.5}, new double[] {9, 2});
    histogram.count(1, values, 0, values.length);
    assertThat(histogram.beyond()).isGreaterThan(4000);
    Arrays.sort(values);
    for (int rank = 1; rank <= values.length; rank += 49) {
      assertThat(histogram.ranked(1, rank))
          .as("rank %s, seed %s", rank, SEED)
          .isCloseTo(values[rank - 1], within(0.004 * values[rank - 1] + Double.MIN_NORMAL));
    }
    assertThatThrownBy(() -> histogram.ranked(1, 5001)).hasMessageContaining("only 5000");
    assertThatThrownBy(() -> histogram.ranked(0, 1)).hasMessageContaining("only 0");
  }

  @Test
  void valuesThatAreAllTheSameKeepTheirSize() {
    for (double value : new double[] {1, 1.0039, 1.99999, 77.7, 1e-12}) {
      var histogram = histogram(new double[] {value}, new double[] {value});
      var values = new double[100];
      Arrays.fill(values, value);
      histogram.count(0, values, 0, 100);
      assertThat(histogram.ranked(0, 1)).isCloseTo(value, within(0.004 * value));
      assertThat(histogram.ranked(0, 100)).isCloseTo(value, within(0.004 * value));
      assertThat(histogram.beyond()).isZero();
    }
  }

  @Test
  void nothingIsNothing() {
    var histogram = histogram(new double[] {0}, new double[] {0});
    histogram.count(0, new double[] {0, 0, -0.0, -1e-300}, 0, 4);
    assertThat(histogram.ranked(0, 4)).isZero();
  }

  @Test
  void partsAddUp() {
    var bins = new RowHistogram.Bins(new double[] {1}, new double[] {2});
    var part = new RowHistogram(bins);
    var other = new RowHistogram(bins);
    part.count(0, new double[] {1.1, 1.7, 900}, 0, 3);
    other.count(0, new double[] {0, 1.5, 1.3, 900}, 1, 3);
    part.add(other);
    assertThat(part.beyond()).isEqualTo(2);
    assertThat(part.ranked(0, 3)).isCloseTo(1.5, within(0.006));
    assertThat(part.ranked(0, 6)).isCloseTo(900, within(3.6));
  }
}

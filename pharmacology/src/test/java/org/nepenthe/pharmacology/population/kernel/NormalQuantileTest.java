package org.nepenthe.pharmacology.population.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Against `sqrt(2) erfinv(2 p - 1)` computed with 40 digits by mpmath 1.3. Tolerance 2e-15
/// relative, backwards 1e-13; the two kernels 1e-14 of each other.
class NormalQuantileTest {
  @ParameterizedTest
  @CsvSource({
    "0.6, 0.2533471031357997988",
    "0.9, 1.281551565544600467",
    "0.925, 1.4395314709384559153",
    "0.926, 1.4466320671589784837",
    "0.975, 1.9599639845400542355",
    "0.995, 2.575829303548900761",
    "1e-4, -3.7190164854556805644",
    "1e-6, -4.7534243088228989482",
    "1e-10, -6.3613409024040562047",
    "3e-11, -6.5437376896778034686",
    "1e-12, -7.0344838253011319298",
    "1e-15, -7.941345326170996781"
  })
  void agreesWithTheInverseErrorFunction(double probability, double deviate) {
    assertThat(NormalQuantile.of(probability))
        .isCloseTo(deviate, within(2e-15 * Math.abs(deviate)));
    assertThat(NormalQuantile.share(deviate)).isCloseTo(probability, within(1e-13 * probability));
  }

  @Test
  void medianIsZero() {
    assertThat(NormalQuantile.of(0.5)).isZero();
    assertThat(NormalQuantile.share(0)).isEqualTo(0.5);
  }

  @Test
  void bothKernelsGiveTheSameDeviates() {
    double[] probabilities = {
      0x1p-53,
      1e-15,
      1e-12,
      1e-9,
      1e-3,
      0.0749,
      0.0751,
      0.3,
      0.5,
      0.7,
      0.92499,
      0.92501,
      0.999,
      1 - 1e-9,
      1 - 1e-12,
      1 - 0x1p-53
    };
    var best = new double[16];
    var scalar = new double[16];
    Kernel.best().normal(probabilities, best, 16);
    Kernel.scalar().normal(probabilities, scalar, 16);
    for (int i = 0; i < 16; i++) {
      assertThat(best[i]).isCloseTo(scalar[i], within(1e-14 * Math.abs(scalar[i])));
    }
  }
}

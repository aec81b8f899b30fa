package org.nepenthe.pharmacology.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/// By hand: 25 = 5^2, 15 = 3 * 5, -5 = -1 * 5, 18 = 3^2 + 3^2, 0 = 3 * -1 + 3 * 1, 11 = 1 + 1 + 9.
class CholeskyTest {
  @Test
  void factorsAMatrixWorkedOutByHand() {
    var cholesky = new Cholesky(new double[][] {{25, 15, -5}, {15, 18, 0}, {-5, 0, 11}});
    assertThat(cholesky.root()).isDeepEqualTo(new double[][] {{5, 0, 0}, {3, 3, 0}, {-1, 1, 3}});
  }

  @Test
  void refusesWhatIsNoCovariance() {
    assertThatThrownBy(() -> new Cholesky(new double[][] {{1, 2}, {2, 1}}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be positive definite; row 1");
  }
}

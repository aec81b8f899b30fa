package org.nepenthe.pharmacology.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Against solutions on paper, to 1e-10 relative.
class OdeSolverTest {

  /// Order 8: `sum(b c^k) = 1/(k+1)` for k up to 7, and each row of A sums to its node.
  @Test
  void coefficientsSatisfyTheOrderConditions() {
    for (int k = 0; k < 8; k++) {
      assertThat(DormandPrince.moment(k)).isCloseTo(1.0 / (k + 1), offset(1e-14));
    }
    assertThat(DormandPrince.moment(8)).isNotCloseTo(1.0 / 9, offset(1e-7));
    for (int stage = 0; stage < DormandPrince.STAGES; stage++) {
      assertThat(DormandPrince.rowDefect(stage)).as("row %d", stage).isCloseTo(0, offset(1e-14));
    }
  }

  /// Flint 2017: clearance of the metabolite grows by 0.0087 an hour. With `k (1 + g t)` the amount
  /// is `exp(-k (t + g t^2 / 2))`; k = 0.5/h and t = 48 h: exp(-0.5 (48 + 10.0224)) = exp(-29.0112)
  @Test
  void clearanceThatGrowsWithTime() {
    OdeSystem growing = (hour, x, slope) -> slope[0] = -0.5 * (1 + 0.0087 * hour) * x[0];
    var after = OdeSolver.of(growing, 1e-12, 1e-30).solve(new double[] {1}, 0, 48);
    assertThat(after[0] / Math.exp(-29.0112)).isCloseTo(1, offset(1e-10));
    // the start matters: from hour 24 the exponent is 0.5 (24 + 0.0087 (48^2 - 24^2) / 2) = 15.7584
    after = OdeSolver.of(growing, 1e-12, 1e-30).solve(new double[] {1}, 24, 48);
    assertThat(after[0] / Math.exp(-15.7584)).isCloseTo(1, offset(1e-10));
  }

  /// Michaelis-Menten elimination keeps `km ln x + x + vmax t` constant.
  @ParameterizedTest
  @CsvSource({"1, 5, 10", "2, 0.5, 8", "0.1, 100, 400"})
  void saturatingEliminationKeepsItsIntegral(double vmax, double km, double minutes) {
    OdeSystem saturating = (_, x, slope) -> slope[0] = -vmax * x[0] / (km + x[0]);
    double x = OdeSolver.of(saturating).solve(new double[] {20}, 0, minutes)[0];
    double start = km * Math.log(20) + 20;
    assertThat((km * Math.log(x) + x + vmax * minutes) / start).isCloseTo(1, offset(1e-10));
  }

  /// `x'' = -x` from (1, 0): after a hundred turns it is where it began.
  @Test
  void oscillationKeepsPhaseAndHeight() {
    OdeSystem turning =
        (_, x, slope) -> {
          slope[0] = x[1];
          slope[1] = -x[0];
        };
    var after = OdeSolver.of(turning).solve(new double[] {1, 0}, 0, 200 * Math.PI);
    assertThat(after[0]).isCloseTo(1, offset(1e-8));
    assertThat(after[1]).isCloseTo(0, offset(1e-8));
  }

  /// A tenfold tighter tolerance gives a tenfold smaller error, roughly: the error really is held.
  @Test
  void errorFollowsTheTolerance() {
    OdeSystem decay = (_, x, slope) -> slope[0] = -x[0];
    double loose = OdeSolver.of(decay, 1e-4, 1e-12).solve(new double[] {1}, 0, 10)[0];
    double tight = OdeSolver.of(decay, 1e-12, 1e-20).solve(new double[] {1}, 0, 10)[0];
    assertThat(Math.abs(loose / Math.exp(-10) - 1)).isBetween(1e-9, 1e-2);
    assertThat(tight / Math.exp(-10)).isCloseTo(1, offset(1e-11));
  }

  @Test
  void noTimeChangesNothingAndTheGivenStateStaysAsItWas() {
    OdeSystem decay = (_, x, slope) -> slope[0] = -x[0];
    var state = new double[] {7};
    assertThat(OdeSolver.of(decay).solve(state, 3, 3)).containsExactly(7);
    OdeSolver.of(decay).solve(state, 0, 3);
    assertThat(state).containsExactly(7);
  }

  @Test
  void whatHasNoSolutionIsRefusedInsteadOfAnswered() {
    // x' = x^2 from 1 grows beyond all bounds at t = 1
    OdeSystem explosive = (_, x, slope) -> slope[0] = x[0] * x[0];
    assertThatThrownBy(() -> OdeSolver.of(explosive).solve(new double[] {1}, 0, 2))
        .isInstanceOf(ArithmeticException.class)
        .hasMessageContaining("no solution could be followed");
    OdeSystem broken = (_, x, slope) -> slope[0] = Double.NaN * x[0];
    assertThatThrownBy(() -> OdeSolver.of(broken).solve(new double[] {1}, 0, 2))
        .isInstanceOf(ArithmeticException.class);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY, 1e10})
  void badTimesAreRefused(double until) {
    OdeSystem decay = (_, x, slope) -> slope[0] = -x[0];
    assertThatThrownBy(() -> OdeSolver.of(decay).solve(new double[] {1}, 0, until))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("time must go on");
  }

  @Test
  void badStatesAndTolerancesAreRefused() {
    OdeSystem decay = (_, x, slope) -> slope[0] = -x[0];
    assertThatThrownBy(() -> OdeSolver.of(decay).solve(new double[] {Double.NaN}, 0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a state must be finite");
    for (double bad : new double[] {0, -1, 0.2, Double.NaN}) {
      assertThatThrownBy(() -> OdeSolver.of(decay, bad, 1e-9))
          .hasMessageContaining("relative tolerance");
      assertThatThrownBy(() -> OdeSolver.of(decay, 1e-9, bad))
          .hasMessageContaining("absolute tolerance");
    }
  }
}

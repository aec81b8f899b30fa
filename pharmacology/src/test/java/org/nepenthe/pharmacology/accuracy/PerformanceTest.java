package org.nepenthe.pharmacology.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Arithmetic by hand; what is a simple fraction must come out exactly, to 1e-12.
class PerformanceTest {
  /// Errors -10, +20, +5, -40 % at 0, 1, 2 and 3 hours.
  private static final List<ComparedLevel> ANNA =
      List.of(
          new ComparedLevel(0, 90, 100),
          new ComparedLevel(60, 60, 50),
          new ComparedLevel(120, 21, 20),
          new ComparedLevel(180, 6, 10));

  /// Errors +50 and +30 % at 4 and 5 hours.
  private static final List<ComparedLevel> BEN =
      List.of(new ComparedLevel(240, 150, 100), new ComparedLevel(300, 13, 10));

  @Test
  void onePerson() {
    var anna = Performance.ofPerson(ANNA);
    assertThat(anna.levels()).isEqualTo(4);
    // sorted -40 -10 5 20: (-10 + 5) / 2
    assertThat(anna.bias()).isCloseTo(-2.5, offset(1e-12));
    // sorted 5 10 20 40: (10 + 20) / 2
    assertThat(anna.inaccuracy()).isCloseTo(15, offset(1e-12));
    // distances from -2.5: 7.5 7.5 22.5 37.5: (7.5 + 22.5) / 2
    assertThat(anna.wobble()).isCloseTo(15, offset(1e-12));
    // sizes 10 20 5 40 at 0 1 2 3 h: means 18.75 and 1.5;
    // (-1.5)(-8.75) + (-0.5)(1.25) + (0.5)(-13.75) + (1.5)(21.25) = 37.5; squares 5
    assertThat(anna.divergence()).hasValueCloseTo(7.5, offset(1e-12));
  }

  @Test
  void manyPersonsKeepTheirOwnBias() {
    var both = Performance.pooled(List.of(ANNA, List.of(), BEN));
    assertThat(both.levels()).isEqualTo(6);
    // sorted -40 -10 5 20 30 50: (5 + 20) / 2
    assertThat(both.bias()).isCloseTo(12.5, offset(1e-12));
    // sorted 5 10 20 30 40 50: (20 + 30) / 2
    assertThat(both.inaccuracy()).isCloseTo(25, offset(1e-12));
    // Ben's bias is 40, his distances 10 and 10: 7.5 7.5 10 10 22.5 37.5
    assertThat(both.wobble()).isCloseTo(10, offset(1e-12));
    // Ben alone: (-0.5)(10) + (0.5)(-10) = -10, squares 0.5; (37.5 - 10) / 5.5
    assertThat(both.divergence()).hasValueCloseTo(5.0, offset(1e-12));
  }

  @Test
  void oneLevelHasNoDivergence() {
    var one = Performance.ofPerson(List.of(new ComparedLevel(30, 120, 100)));
    assertThat(one.bias()).isCloseTo(20, offset(1e-12));
    assertThat(one.inaccuracy()).isCloseTo(20, offset(1e-12));
    assertThat(one.wobble()).isZero();
    assertThat(one.divergence()).isEmpty();
  }

  /// What is observed and predicted may be in any unit, so long as it is the same.
  @Test
  void unitsDropOut() {
    var inOtherUnit =
        ANNA.stream()
            .map(l -> new ComparedLevel(l.minute(), l.observed() / 237.73, l.predicted() / 237.73))
            .toList();
    assertThat(Performance.ofPerson(inOtherUnit).inaccuracy()).isCloseTo(15, offset(1e-9));
  }

  @Test
  void nothingIsNoPerformance() {
    assertThatThrownBy(() -> Performance.ofPerson(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least one level");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
  void badConcentrationsAreRefused(double bad) {
    assertThatThrownBy(() -> new ComparedLevel(0, bad, 1)).hasMessageContaining("observed");
    assertThatThrownBy(() -> new ComparedLevel(0, 1, bad)).hasMessageContaining("predicted");
    assertThatThrownBy(() -> new ComparedLevel(bad, 1, 1)).hasMessageContaining("time of a level");
    assertThatThrownBy(() -> new ComparedLevel(0, 1, 0)).hasMessageContaining("predicted");
  }
}

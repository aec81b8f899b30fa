package org.nepenthe.pharmacology.solver;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nepenthe.pharmacology.solver.Mammillary.Exchange;

class MammillaryTest {

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY, 1e-13, 1e13})
  void everyConstantMustBePositiveAndFinite(double bad) {
    refused(() -> new Mammillary(bad, 1, List.of(), 1), "central volume");
    refused(() -> new Mammillary(1, bad, List.of(), 1), "elimination rate constant");
    refused(() -> new Mammillary(1, 1, List.of(), bad), "ke0");
    refused(() -> new Exchange(bad, 1), "into a peripheral");
    refused(() -> new Exchange(1, bad), "out of a peripheral");
  }

  @Test
  void fourCompartmentsAreRefused() {
    var exchange = new Exchange(1, 1);
    refused(() -> new Mammillary(1, 1, List.of(exchange, exchange, exchange), 1), "was 4");
  }

  @Test
  void aSystemMustBeSquareAndFinite() {
    refused(() -> new LinearSystem(new double[][] {{1}}, new double[] {1, 2}), "1 states");
    refused(() -> new LinearSystem(new double[][] {{1, 2}}, new double[] {1}), "row 0");
    refused(() -> new LinearSystem(new double[][] {{Double.NaN}}, new double[] {1}), "finite");
  }

  private static void refused(Runnable action, String words) {
    assertThatThrownBy(action::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(words);
  }
}

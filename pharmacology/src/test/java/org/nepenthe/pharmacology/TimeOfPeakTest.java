package org.nepenthe.pharmacology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.nepenthe.pharmacology.model.Covariates;
import org.nepenthe.pharmacology.model.ModelCatalogue;
import org.nepenthe.pharmacology.solver.Mammillary;
import org.nepenthe.quantity.BodyWeight;

/// Times of peak of an independent matrix-exponential solver at 70 kg (Domino with 0.238 per
/// minute: 1.60835 min; Kamp with 1.39: 1.60495 min), to the five digits they are stated with.
class TimeOfPeakTest {
  private static final Mammillary DOMINO = body("domino-1984").withKe0(0.238);
  private static final Mammillary KAMP = body("kamp-2020").withKe0(1.39);

  @Test
  void afterABolus() {
    assertThat(TimeOfPeak.afterBolus(DOMINO)).isCloseTo(1.60835, within(1e-5));
    assertThat(TimeOfPeak.afterBolus(KAMP)).isCloseTo(1.60495, within(1e-5));
  }

  /// One compartment: the peak is at ln(ke0/k) / (ke0 - k), here ln(5) / 0.4.
  @Test
  void afterABolusIntoOneCompartment() {
    var one = new Mammillary(10, 0.1, java.util.List.of(), 0.5);
    assertThat(TimeOfPeak.afterBolus(one)).isCloseTo(Math.log(5) / 0.4, within(1e-6));
  }

  @Test
  void aKe0IsFoundAgainFromItsTimeOfPeak() {
    assertThat(TimeOfPeak.ke0For(DOMINO, 1.60835)).isCloseTo(0.238, within(1e-5));
    assertThat(TimeOfPeak.ke0For(KAMP, 1.60495)).isCloseTo(1.39, within(1e-4));
  }

  /// SimTIVA's ke0 for Kamp was made so: its 1.39 is this one but for the two times' difference.
  @Test
  void dominosKe0CarriedOverToKamp() {
    double carried = TimeOfPeak.ke0For(KAMP, TimeOfPeak.afterBolus(DOMINO));
    assertThat(carried).isCloseTo(1.39, within(0.01));
  }

  @Test
  void aPeakThatNoKe0MakesIsRefused() {
    assertThatThrownBy(() -> TimeOfPeak.ke0For(KAMP, 0)).hasMessageContaining("no ke0");
    assertThatThrownBy(() -> TimeOfPeak.ke0For(KAMP, 1e6)).hasMessageContaining("no ke0");
    assertThatThrownBy(() -> TimeOfPeak.ke0For(KAMP, Double.NaN)).hasMessageContaining("no ke0");
  }

  private static Mammillary body(String id) {
    var model = ModelCatalogue.shipped().get(id);
    return model.body(new Covariates(BodyWeight.ofKilograms("70")), model.effectSite());
  }
}

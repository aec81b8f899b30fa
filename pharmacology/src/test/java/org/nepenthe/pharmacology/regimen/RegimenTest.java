package org.nepenthe.pharmacology.regimen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.nepenthe.quantity.Moiety.ESKETAMINE;
import static org.nepenthe.quantity.Moiety.RACEMIC_KETAMINE;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nepenthe.evidence.Verifies;
import org.nepenthe.quantity.Dose;
import org.nepenthe.quantity.DoseRate;
import org.nepenthe.quantity.Moiety;

class RegimenTest {
  private static final Regimen NONE = Regimen.none(RACEMIC_KETAMINE);

  @ParameterizedTest
  @ValueSource(
      doubles = {-0.001, Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 1.1e7})
  void impossibleTimesAreRefused(double minute) {
    refused(() -> new Bolus(minute, mg("1")), "bolus time must lie between");
    refused(() -> new RateSegment(minute, 2e7, rate("1")), "start of a rate");
    refused(() -> new RateSegment(0, minute, rate("1")), "end of a rate");
    refused(() -> new RateChange(minute, rate("1")), "time of a rate change");
    refused(() -> Regimen.infusion(mg("1"), minute), "duration");
    refused(() -> NONE.plusDose(minute, Route.ORAL, mg("1")), "time of a dose");
  }

  /// 10 mg by mouth at 5 min, 3 mg into the vein at 2 min, 4 mg into a muscle at 5 min.
  @Test
  void dosesByOtherRoutesStandInOrderAndApartFromTheVein() {
    var regimen =
        NONE.plusDose(5, Route.ORAL, mg("10"))
            .plusDose(2, Route.INTRAVENOUS, mg("3"))
            .plusDose(5, Route.INTRAMUSCULAR, mg("4"));
    assertThat(regimen.routes())
        .containsExactlyInAnyOrder(Route.INTRAVENOUS, Route.INTRAMUSCULAR, Route.ORAL);
    assertThat(regimen.isIntravenous()).isFalse();
    assertThat(regimen.events()).hasSize(1);
    assertThat(regimen.milligramsBefore(5)).isEqualTo(3);
    assertThat(regimen.milligramsBefore(6)).isEqualTo(17);
    refused(() -> new Administration(0, Route.INTRAVENOUS, mg("1")), "is a bolus or a rate");
    refused(
        () -> NONE.plusDose(0, Route.ORAL, Dose.ofMilligrams("1", ESKETAMINE)),
        "cannot hold a dose of esketamine");
    var late = new Administration(9, Route.ORAL, mg("1"));
    var early = new Administration(1, Route.ORAL, mg("1"));
    refused(
        () -> new Regimen(RACEMIC_KETAMINE, List.of(), List.of(), List.of(late, early)),
        "doses must ascend: 1.0 min stands after 9.0 min");
  }

  @Test
  void ratesMustLastAscendAndNotOverlap() {
    refused(() -> NONE.plusRate(10, 10, rate("1")), "cannot end at 10.0 min");
    refused(() -> NONE.plusRate(10, 9, rate("1")), "cannot end at 9.0 min");
    refused(() -> Regimen.infusion(mg("1"), 0), "must last above 0 min");
    refused(
        () -> NONE.plusRate(0, 40, rate("1")).plusRate(39.9, 50, rate("2")),
        "one starts at 39.9 min, before 40.0 min");
    var late = new RateSegment(50, 60, rate("1"));
    var early = new RateSegment(0, 40, rate("1"));
    refused(
        () -> new Regimen(RACEMIC_KETAMINE, List.of(), List.of(late, early)), "rates must ascend");
    assertThat(NONE.plusRate(50, 60, rate("1")).plusRate(0, 40, rate("1")).rates())
        .containsExactly(early, late);
    assertThat(NONE.plusRate(0, 40, rate("1")).plusRate(40, 50, rate("2")).rates()).hasSize(2);
  }

  @Test
  void bolusesMustAscend() {
    var late = new Bolus(5, mg("1"));
    var early = new Bolus(4, mg("1"));
    refused(
        () -> new Regimen(RACEMIC_KETAMINE, List.of(late, early), List.of()),
        "boluses must ascend: 4.0 min stands after 5.0 min");
  }

  @Test
  @Verifies("H56")
  void moietiesAreNotMixed() {
    var esketamine = Dose.ofMilligrams("1", ESKETAMINE);
    refused(
        () -> NONE.plusBolus(0, esketamine),
        "a regimen of ketamine cannot hold a dose of esketamine");
    refused(() -> NONE.plusRate(0, 1, DoseRate.none(ESKETAMINE)), "cannot hold");
    refused(
        () ->
            Regimen.given(
                RACEMIC_KETAMINE, List.of(new RateChange(9, DoseRate.none(ESKETAMINE))), 5),
        "cannot hold");
  }

  @Test
  void amountsBeyondReasonAreRefused() {
    refused(() -> NONE.plusBolus(0, mg("1e10")), "bolus must lie between 0 and 1000000000 mg");
    refused(() -> NONE.plusRate(0, 1, rate("1e12")), "rate must lie between");
  }

  @Test
  void givenRatesHoldUntilTheNextChange() {
    var given =
        Regimen.given(
            RACEMIC_KETAMINE,
            List.of(
                new RateChange(0, rate("60")),
                new RateChange(10, rate("0")),
                new RateChange(15, rate("30")),
                new RateChange(45, rate("0"))),
            30);
    assertThat(given.rates())
        .containsExactly(
            new RateSegment(0, 10, rate("60")),
            new RateSegment(10, 15, rate("0")),
            new RateSegment(15, 30, rate("30")));
    // 60 mg/h for 10 min, then 30 mg/h for 15 min
    assertThat(given.milligramsBefore(30)).isEqualTo(17.5);
    assertThat(given.milligramsBefore(12)).isEqualTo(10);
    assertThat(given.milligramsBefore(0)).isZero();
  }

  @Test
  void givenRatesMustAscend() {
    var changes = List.of(new RateChange(10, rate("1")), new RateChange(9, rate("2")));
    refused(() -> Regimen.given(RACEMIC_KETAMINE, changes, 30), "rate changes must ascend");
  }

  @Test
  void aChangeCorrectedWithinTheSameInstantCountsOnce() {
    var changes = List.of(new RateChange(0, rate("600")), new RateChange(0, rate("60")));
    assertThat(Regimen.given(RACEMIC_KETAMINE, changes, 10).milligramsBefore(10)).isEqualTo(10);
  }

  @Test
  void grids() {
    assertThat(Minutes.every(0.1, 0.3)).hasSize(4).startsWith(0.0);
    assertThat(Minutes.every(7, 20)).containsExactly(0.0, 7.0, 14.0);
    assertThat(Minutes.every(1, 0)).containsExactly(0.0);
    for (double bad : new double[] {0, -1, Double.NaN, 1e-9}) {
      refused(() -> Minutes.every(bad, 240), "a grid needs a step above 0 min");
    }
    refused(() -> Minutes.every(1, Double.NaN), "end of the grid");
  }

  private static Dose mg(String milligrams) {
    return Dose.ofMilligrams(milligrams, RACEMIC_KETAMINE);
  }

  private static DoseRate rate(String milligramsPerHour) {
    return DoseRate.ofMilligramsPerHour(milligramsPerHour, Moiety.RACEMIC_KETAMINE);
  }

  private static void refused(Runnable action, String words) {
    assertThatThrownBy(action::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(words);
  }
}

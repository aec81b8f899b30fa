package org.nepenthe.pharmacology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;
import static org.nepenthe.quantity.Moiety.ESKETAMINE;
import static org.nepenthe.quantity.Moiety.RACEMIC_KETAMINE;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nepenthe.evidence.Verifies;
import org.nepenthe.pharmacology.Prediction.OtherMoiety;
import org.nepenthe.pharmacology.Prediction.OutsideDomain;
import org.nepenthe.pharmacology.Prediction.Predicted;
import org.nepenthe.pharmacology.Prediction.Refusal;
import org.nepenthe.pharmacology.model.Matrix;
import org.nepenthe.pharmacology.regimen.Minutes;
import org.nepenthe.pharmacology.regimen.Regimen;
import org.nepenthe.quantity.BodyWeight;
import org.nepenthe.quantity.Dose;

class EnsembleTest {
  private final Ensemble ensemble = Ensemble.intravenousAdult();
  private final BodyWeight seventy = BodyWeight.ofKilograms("70");

  /// Public programs: 5 % apart at the peak of 35 mg over 40 min, 74 % apart 20 min after it.
  @Test
  void theBandShowsHowFarTheModelsDisagree() {
    var forecast = ensemble.forecast(seventy, Scenarios.a(), List.of(40.0, 60.0));
    var band = forecast.plasmaBand().orElseThrow();
    assertThat(band.upper().getFirst() / band.lower().getFirst()).isCloseTo(1.05, offset(0.005));
    assertThat(band.upper().getLast() / band.lower().getLast()).isCloseTo(1.74, offset(0.005));
    assertThat(forecast.effectSiteBand()).isPresent();
  }

  @Test
  void theBandHoldsEveryCurveAndTouchesOne() {
    var forecast = ensemble.forecast(seventy, Scenarios.d(), Minutes.every(7, 1000));
    var band = forecast.plasmaBand().orElseThrow();
    for (int i = 0; i < forecast.minutes().size(); i++) {
      double first = forecast.curves().getFirst().curve().cp().get(i);
      double second = forecast.curves().getLast().curve().cp().get(i);
      assertThat(List.of(band.lower().get(i), band.upper().get(i)))
          .containsExactlyInAnyOrder(first, second);
      assertThat(band.lower().get(i)).isLessThanOrEqualTo(band.upper().get(i));
    }
  }

  @Test
  void eachCurveNamesItsModelSourceAndBlood() {
    var forecast = ensemble.forecast(seventy, Scenarios.a(), List.of(40.0));
    assertThat(forecast.curves())
        .extracting(p -> p.model().id())
        .containsExactly("kamp-2020", "domino-1984");
    assertThat(forecast.matrices()).containsExactly(Matrix.ARTERIAL, Matrix.UNSPECIFIED);
    assertThat(forecast.mixesMatrices()).isTrue();
    for (var predicted : forecast.curves()) {
      assertThat(predicted.model().evidence().citation().text()).isNotBlank();
      assertThat(predicted.model().evidence().read().plainWords()).isNotBlank();
      assertThat(predicted.effectSite().evidence().deviation()).isPresent();
    }
  }

  @Test
  @Verifies("H56")
  void esketamineIsNotForecastByAModelOfTheRacemate() {
    var esketamine = Regimen.infusion(Dose.ofMilligrams("35", ESKETAMINE), 40);
    var forecast = ensemble.forecast(seventy, esketamine, List.of(40.0));
    assertThat(forecast.curves()).extracting(p -> p.model().id()).containsExactly("kamp-2020");
    assertThat(forecast.withoutCurve())
        .singleElement()
        .isInstanceOfSatisfying(
            OtherMoiety.class,
            other -> assertThat(other.reason()).isEqualTo("Domino 1984 is no model of esketamine"));
    assertThat(forecast.plasmaBand()).isEmpty();
    assertThat(forecast.effectSiteBand()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # kg,   in domain      (39 to 170 kg, both included)
          38.99,  false
          39,     true
          39.01,  true
          169.99, true
          170,    true
          170.01, false
          0.5,    false
          700,    false
          """)
  void weightsOutsideTheDomainHaveNoCurveButARangeAndASource(String kilograms, boolean inside) {
    var weight = BodyWeight.ofKilograms(kilograms);
    var forecast = ensemble.forecast(weight, Scenarios.a(), List.of(40.0));
    assertThat(forecast.predictions()).hasSize(2);
    for (var prediction : forecast.predictions()) {
      switch (prediction) {
        case Predicted predicted -> {
          assertThat(inside).isTrue();
          assertThat(predicted.curve().highestCp()).isPositive();
        }
        case OutsideDomain outside -> {
          assertThat(inside).isFalse();
          assertThat(outside.reason()).contains(kilograms + " kg").contains("39 to 170 kg");
          assertThat(outside.range().evidence().citation().key()).isEqualTo("perez-ruixo-2021");
        }
        case Refusal other -> throw new AssertionError(other.reason());
      }
    }
    assertThat(forecast.plasmaBand().isPresent()).isEqualTo(inside);
  }

  @Test
  void curvesOfAnotherMoietyOrOtherMinutesAreNotPutTogether() {
    var racemic = ensemble.forecast(seventy, Scenarios.a(), List.of(40.0)).predictions();
    assertThatThrownBy(() -> new Forecast(ESKETAMINE, List.of(40.0), racemic))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("domino-1984 predicts another moiety");
    assertThatThrownBy(() -> new Forecast(RACEMIC_KETAMINE, List.of(41.0), racemic))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("other minutes");
  }

  @Test
  void badTimesAreRefused() {
    for (var bad : List.of(-1.0, Double.NaN, Double.POSITIVE_INFINITY, 1.1e7)) {
      assertThatThrownBy(() -> ensemble.forecast(seventy, Scenarios.a(), List.of(bad)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("time must lie between 0 and 10000000 min, was " + bad);
    }
    assertThatThrownBy(() -> ensemble.forecast(seventy, Scenarios.a(), List.of(2.0, 1.0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("times must ascend: 1.0 min stands after 2.0 min");
  }

  @Test
  void noModelOrTheSameTwiceIsNoEnsemble() {
    var model = ensemble.models().getFirst();
    assertThatThrownBy(() -> new Ensemble(List.of())).hasMessageContaining("at least one model");
    assertThatThrownBy(() -> new Ensemble(List.of(model, model))).hasMessageContaining("twice");
  }

  @Test
  void aBodyDoesNotGoOnWithAnotherMoietyAndTimeDoesNotGoBack() {
    var model = ensemble.models().getFirst();
    var person = new org.nepenthe.pharmacology.model.Covariates(seventy);
    var body = PatientModel.of(model.body(person, model.effectSite()));
    var state = body.advance(body.before(0, RACEMIC_KETAMINE), Scenarios.a(), 10);
    assertThatThrownBy(() -> body.advance(state, Regimen.none(ESKETAMINE), 20))
        .hasMessage("a body with ketamine in it cannot go on with esketamine");
    assertThatThrownBy(() -> body.advance(state, Scenarios.a(), 9))
        .hasMessageContaining("time cannot go back");
    assertThatThrownBy(() -> new PkState(0, RACEMIC_KETAMINE, List.of(-1.0), 0))
        .hasMessageContaining("not negative");
    assertThatThrownBy(() -> new PkState(0, RACEMIC_KETAMINE, List.of(Double.NaN), 0))
        .hasMessageContaining("finite");
  }
}

package org.nepenthe.pharmacology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.nepenthe.quantity.Moiety.ESKETAMINE;
import static org.nepenthe.quantity.Moiety.RACEMIC_KETAMINE;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nepenthe.evidence.Verifies;
import org.nepenthe.pharmacology.Prediction.MissingCovariate;
import org.nepenthe.pharmacology.Prediction.OtherRoute;
import org.nepenthe.pharmacology.Prediction.OutsideDomain;
import org.nepenthe.pharmacology.Prediction.Predicted;
import org.nepenthe.pharmacology.model.Covariates;
import org.nepenthe.pharmacology.model.Matrix;
import org.nepenthe.pharmacology.model.ModelCatalogue;
import org.nepenthe.pharmacology.person.Age;
import org.nepenthe.pharmacology.person.Covariate;
import org.nepenthe.pharmacology.person.Ethnicity;
import org.nepenthe.pharmacology.regimen.Regimen;
import org.nepenthe.pharmacology.regimen.Route;
import org.nepenthe.quantity.BodyWeight;
import org.nepenthe.quantity.Dose;

/// Whom a model may be asked about, and by which route. The limits are those the publications
/// state.
class DomainTest {
  private static final Covariates SEVENTY = new Covariates(BodyWeight.ofKilograms("70"));

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # model,          kg,    years, in domain
          perez-ruixo-2021, 39,    18,    true
          perez-ruixo-2021, 38.99, 18,    false
          perez-ruixo-2021, 70,    17.99, false
          perez-ruixo-2021, 70,    86,    true
          perez-ruixo-2021, 70,    86.01, false
          simons-2022,      53,    30,    true
          simons-2022,      52.99, 30,    false
          simons-2022,      93.01, 30,    false
          kamp-2020,        70,    12,    false
          """)
  void adults(String id, String kilograms, String years, boolean inside) {
    check(ModelCatalogue.shipped(), id, kilograms, years, inside);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # model,     kg,    years, in domain
          herd-2007,   25,    8,     true
          herd-2007,   70,    40,    false
          elkomy-2015, 25,    0.5,   true
          elkomy-2015, 60,    18,    false
          hornik-2018, 2.4,   0.02,  true
          hornik-2018, 2.39,  0.02,  false
          hornik-2018, 176.1, 17.6,  true
          hornik-2018, 80,    30,    false
          flint-2017,  35,    12.5,  true
          flint-2017,  35.1,  12.5,  false
          """)
  void children(String id, String kilograms, String years, boolean inside) {
    check(ModelCatalogue.children(), id, kilograms, years, inside);
  }

  private static void check(
      ModelCatalogue catalogue, String id, String kilograms, String years, boolean inside) {
    var model = catalogue.get(id);
    var moiety = model.moieties().contains(ESKETAMINE) ? ESKETAMINE : RACEMIC_KETAMINE;
    var person =
        new Covariates(BodyWeight.ofKilograms(kilograms))
            .aged(Age.ofYears(years))
            .of(Ethnicity.NOT_ASIAN);
    var regimen = Regimen.infusion(Dose.ofMilligrams("5", moiety), 40);
    var prediction = Pharmacokinetics.simulate(model, person, regimen, List.of(40.0));
    if (inside) {
      assertThat(prediction).isInstanceOf(Predicted.class);
    } else {
      assertThat(prediction)
          .isInstanceOfSatisfying(
              OutsideDomain.class,
              outside -> {
                assertThat(outside.reason()).contains("lies outside").contains(model.title());
                assertThat(outside.range().evidence().citation().text()).isNotBlank();
              });
    }
  }

  /// An adult of whom no age is known is never shown a child's curve.
  @Test
  @Verifies("H72")
  void aChildsModelIsNotAskedWithoutAnAge() {
    for (var model : ModelCatalogue.children().models()) {
      var moiety = model.moieties().iterator().next();
      var none = Regimen.none(moiety);
      var person = new Covariates(BodyWeight.ofKilograms("20"));
      assertThat(Pharmacokinetics.simulate(model, person, none, List.of(1.0)))
          .isInstanceOfSatisfying(
              MissingCovariate.class,
              missing ->
                  assertThat(missing.reason()).isEqualTo(model.title() + " needs to know: age"));
    }
    var ids = ModelCatalogue.shipped().models().stream().map(m -> m.id()).toList();
    assertThat(ModelCatalogue.children().models()).noneMatch(m -> ids.contains(m.id()));
    assertThat(ModelCatalogue.shipped().models()).noneMatch(m -> m.isOfChildren());
    assertThat(ModelCatalogue.children().models()).allMatch(m -> m.isOfChildren());
  }

  @Test
  void whatAModelNeedsAndIsNotToldIsAskedFor() {
    var model = ModelCatalogue.shipped().get("perez-ruixo-2021");
    var none = Regimen.none(ESKETAMINE);
    assertThat(Pharmacokinetics.refusal(model, SEVENTY, none))
        .hasValueSatisfying(
            r -> assertThat(((MissingCovariate) r).covariate()).isEqualTo(Covariate.AGE));
    var aged = SEVENTY.aged(Age.ofYears("50"));
    assertThat(Pharmacokinetics.refusal(model, aged, none))
        .hasValueSatisfying(
            r -> assertThat(((MissingCovariate) r).covariate()).isEqualTo(Covariate.ETHNICITY));
    assertThat(Pharmacokinetics.refusal(model, aged.of(Ethnicity.JAPANESE), none)).isEmpty();
  }

  @Test
  @Verifies("H72")
  void aRouteTheModelDoesNotKnowHasNoCurve() {
    var kamp = ModelCatalogue.shipped().get("kamp-2020");
    var muscle =
        Regimen.none(RACEMIC_KETAMINE)
            .plusDose(0, Route.INTRAMUSCULAR, Dose.ofMilligrams("25", RACEMIC_KETAMINE));
    assertThat(Pharmacokinetics.simulate(kamp, SEVENTY, muscle, List.of(1.0)))
        .isInstanceOfSatisfying(
            OtherRoute.class,
            other ->
                assertThat(other.reason())
                    .isEqualTo("Kamp 2020 says nothing of intramuscular doses"));
    var body = PatientModel.of(kamp.body(SEVENTY, kamp.effectSite()));
    assertThatThrownBy(() -> body.simulate(muscle, List.of(1.0)))
        .hasMessage("a mammillary body knows intravenous doses only, was given intramuscular");
  }

  /// Arterial and venous models side by side are never one band without a word.
  @Test
  @Verifies("H72")
  void bloodOfTwoKindsIsSaidAndEachKindHasItsOwnBand() {
    var regimen = Regimen.infusion(Dose.ofMilligrams("35", ESKETAMINE), 40);
    var person = SEVENTY.aged(Age.ofYears("50")).of(Ethnicity.NOT_ASIAN);
    var forecast = Ensemble.everyAdult().forecast(person, regimen, List.of(0.0, 40.0, 60.0));
    assertThat(forecast.curves())
        .extracting(p -> p.model().id())
        .containsExactly(
            "kamp-2020", "simons-2022", "otto-2021", "perez-ruixo-2021", "noppers-2011");
    assertThat(forecast.mixesMatrices()).isTrue();
    assertThat(forecast.caveats().getFirst())
        .startsWith("These curves are not of one kind of blood (arterial plasma; venous plasma;");
    assertThat(forecast.caveats()).contains("Domino 1984 is no model of esketamine");
    var bands = forecast.plasmaBandsByMatrix();
    assertThat(bands).containsOnlyKeys(Matrix.ARTERIAL);
    var arterial = forecast.curves().stream().filter(p -> p.model().matrix() == Matrix.ARTERIAL);
    assertThat(bands.get(Matrix.ARTERIAL).upper().get(1))
        .isEqualTo(arterial.mapToDouble(p -> p.curve().cp().get(1)).max().orElseThrow());
    assertThat(forecast.effectSiteBand()).isEmpty();
  }

  @Test
  void agesThatNobodyHasAreRefused() {
    assertThatThrownBy(() -> Age.ofYears("-1")).hasMessageContaining("between 0 and 130 years");
    assertThatThrownBy(() -> Age.ofYears("131")).hasMessageContaining("was 131 years");
  }
}

package org.nepenthe.pharmacology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nepenthe.quantity.Moiety.ESKETAMINE;
import static org.nepenthe.quantity.Moiety.RACEMIC_KETAMINE;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.nepenthe.pharmacology.Prediction.Predicted;
import org.nepenthe.pharmacology.Prediction.Refusal;
import org.nepenthe.pharmacology.absorption.AbsorptionCatalogue;
import org.nepenthe.pharmacology.absorption.RouteForecast.Banded;
import org.nepenthe.pharmacology.absorption.RouteForecast.Curved;
import org.nepenthe.pharmacology.absorption.RouteForecast.NotForecast;
import org.nepenthe.pharmacology.absorption.RouteForecasts;
import org.nepenthe.pharmacology.effect.EffectCatalogue;
import org.nepenthe.pharmacology.effect.EndpointForecast.Course;
import org.nepenthe.pharmacology.effect.EndpointForecasts;
import org.nepenthe.pharmacology.effect.Occupancy;
import org.nepenthe.pharmacology.effect.PainRelief;
import org.nepenthe.pharmacology.interaction.InteractionCatalogue;
import org.nepenthe.pharmacology.model.Analyte;
import org.nepenthe.pharmacology.model.Covariates;
import org.nepenthe.pharmacology.model.Eta;
import org.nepenthe.pharmacology.model.ModelCatalogue;
import org.nepenthe.pharmacology.person.Age;
import org.nepenthe.pharmacology.person.Ethnicity;
import org.nepenthe.pharmacology.regimen.Minutes;
import org.nepenthe.pharmacology.regimen.RateChange;
import org.nepenthe.pharmacology.regimen.Regimen;
import org.nepenthe.pharmacology.regimen.Route;
import org.nepenthe.quantity.BodyWeight;
import org.nepenthe.quantity.Dose;
import org.nepenthe.quantity.DoseRate;

/// How the library is used, from one curve to relief over weeks. Each example is complete; the
/// library's README refers to them by name.
class ExamplesTest {

  @Test
  void oneCurve() {
    var model = ModelCatalogue.shipped().get("kamp-2020");
    var person = new Covariates(BodyWeight.ofKilograms("70"));
    var regimen = Regimen.infusion(Dose.ofMilligrams("35", RACEMIC_KETAMINE), 40);
    var prediction = Pharmacokinetics.simulate(model, person, regimen, Minutes.every(1, 240));
    var sentence =
        switch (prediction) {
          case Predicted curve -> "peak " + Math.round(curve.curve().highestCp()) + " ng/mL";
          case Refusal refusal -> refusal.reason();
        };
    assertThat(sentence).isEqualTo("peak 253 ng/mL");
  }

  @Test
  void severalModelsAndWhatLiesBetweenThem() {
    var person =
        new Covariates(BodyWeight.ofKilograms("70"))
            .aged(Age.ofYears("50"))
            .of(Ethnicity.NOT_ASIAN);
    var regimen = Regimen.infusion(Dose.ofMilligrams("35", ESKETAMINE), 40);
    var forecast = Ensemble.everyAdult().forecast(person, regimen, Minutes.every(1, 240));
    var band = forecast.plasmaBand().orElseThrow();
    assertThat(band.upper().get(40)).isGreaterThan(band.lower().get(40));
    // to be shown beside the band: not one kind of blood, and who has no curve
    assertThat(forecast.caveats()).hasSize(4);
    // or a band for each kind of blood
    assertThat(forecast.plasmaBandsByMatrix()).isNotEmpty();
  }

  @Test
  void metabolitesAndAFilmUnderTheTongue() {
    var model = ModelCatalogue.shipped().get("simons-2022");
    var person = new Covariates(BodyWeight.ofKilograms("70"));
    var regimen =
        Regimen.none(ESKETAMINE).plusDose(0, Route.SUBLINGUAL, Dose.ofMilligrams("50", ESKETAMINE));
    var prediction = Pharmacokinetics.simulate(model, person, regimen, Minutes.every(1, 360));
    var curves = ((Predicted) prediction).metabolites();
    assertThat(curves).containsOnlyKeys(Analyte.NORKETAMINE, Analyte.HYDROXYNORKETAMINE);
  }

  @Test
  void anyRouteAsABandOrARefusal() {
    var forecasts = new RouteForecasts(AbsorptionCatalogue.shipped());
    var model = ModelCatalogue.shipped().get("kamp-2020");
    var person = new Covariates(BodyWeight.ofKilograms("70"));
    var regimen =
        Regimen.none(RACEMIC_KETAMINE)
            .plusDose(0, Route.INTRAMUSCULAR, Dose.ofMilligrams("25", RACEMIC_KETAMINE));
    var sentence =
        switch (forecasts.forecast(model, person, regimen, Minutes.every(1, 240))) {
          case Curved curve -> curve.prediction().model().title();
          case Banded band -> "between " + band.plasma().lower().size() + " pairs";
          case NotForecast none -> none.reason();
        };
    assertThat(sentence).isEqualTo("between 241 pairs");
  }

  /// What really ran, then the plan: the state is carried, so nothing is computed twice.
  @Test
  void aRunningInfusionLookedAheadFrom() {
    var model = ModelCatalogue.shipped().get("kamp-2020");
    var person = new Covariates(BodyWeight.ofKilograms("70"));
    var body = PatientModel.of(model.body(person, model.effectSite()));
    var fast = DoseRate.ofMilligramsPerHour("40", RACEMIC_KETAMINE);
    var held = DoseRate.none(RACEMIC_KETAMINE);
    var changes = List.of(new RateChange(0, fast), new RateChange(12.5, held));
    var given = Regimen.given(RACEMIC_KETAMINE, changes, 20);
    var state = body.advance(body.before(0, RACEMIC_KETAMINE), given, 20);
    var planned = Regimen.none(RACEMIC_KETAMINE).plusRate(20, 40, fast);
    var ahead = body.simulate(state, planned, List.of(20.0, 30.0, 40.0));
    assertThat(ahead.cp()).isSorted();
  }

  /// A person who clears a third more than the typical one.
  @Test
  void aPersonOffTheTypicalOne() {
    var model = ModelCatalogue.shipped().get("simons-2022");
    var person = new Covariates(BodyWeight.ofKilograms("70"));
    var eta = Eta.of("cl", Math.log(4.0 / 3));
    var regimen = Regimen.infusion(Dose.ofMilligrams("35", ESKETAMINE), 40);
    var typical = PatientNetwork.of(model, person, Optional.empty(), Eta.typical());
    var other = PatientNetwork.of(model, person, Optional.empty(), eta);
    var late = List.of(120.0);
    assertThat(other.simulate(regimen, late).of(Analyte.KETAMINE).getFirst())
        .isLessThan(typical.simulate(regimen, late).of(Analyte.KETAMINE).getFirst());
  }

  @Test
  void endpointsOccupancyReliefAndInteractions() {
    var models = ModelCatalogue.shipped();
    var person = new Covariates(BodyWeight.ofKilograms("70"));
    var regimen = Regimen.infusion(Dose.ofMilligrams("35", ESKETAMINE), 40);
    var endpoint = EffectCatalogue.shipped().get("drug-high");
    var course =
        (Course)
            new EndpointForecasts(models)
                .forecast(
                    endpoint, models.get("simons-2022"), person, regimen, Minutes.every(1, 120));
    assertThat(course.inC50s()).isPresent();

    var taken = Occupancy.shipped().of(ESKETAMINE, 100, 50);
    assertThat(taken.lowest()).isLessThan(taken.highest());

    var weeks = Minutes.every(720, 8 * 7 * 1440);
    var relief = PainRelief.shipped().forecast(models.get("kamp-2020"), person, regimen, weeks);
    assertThat(relief.daysAtLeast(0.05).to()).isPositive();

    assertThat(InteractionCatalogue.shipped().of(Route.ORAL))
        .extracting(interaction -> interaction.factor())
        .contains("grapefruit juice");
  }
}

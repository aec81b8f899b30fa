package org.nepenthe.pharmacology.absorption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;
import static org.nepenthe.quantity.Moiety.ESKETAMINE;
import static org.nepenthe.quantity.Moiety.RACEMIC_KETAMINE;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nepenthe.evidence.BrokenFile;
import org.nepenthe.evidence.Citations;
import org.nepenthe.evidence.Verifies;
import org.nepenthe.evidence.YamlNode;
import org.nepenthe.pharmacology.PatientNetwork;
import org.nepenthe.pharmacology.absorption.RouteForecast.Banded;
import org.nepenthe.pharmacology.absorption.RouteForecast.Curved;
import org.nepenthe.pharmacology.absorption.RouteForecast.NotForecast;
import org.nepenthe.pharmacology.absorption.Uptake.Pace;
import org.nepenthe.pharmacology.absorption.Uptake.People;
import org.nepenthe.pharmacology.absorption.Uptake.Published;
import org.nepenthe.pharmacology.absorption.Uptake.Spread;
import org.nepenthe.pharmacology.model.Covariates;
import org.nepenthe.pharmacology.model.Eta;
import org.nepenthe.pharmacology.model.ModelCatalogue;
import org.nepenthe.pharmacology.model.PkModel;
import org.nepenthe.pharmacology.person.Age;
import org.nepenthe.pharmacology.person.Ethnicity;
import org.nepenthe.pharmacology.regimen.Minutes;
import org.nepenthe.pharmacology.regimen.Regimen;
import org.nepenthe.pharmacology.regimen.Route;
import org.nepenthe.quantity.BodyWeight;
import org.nepenthe.quantity.Dose;
import org.nepenthe.quantity.Moiety;

/// Published concentrations and laws; nothing here comes from the code under test.
class RouteForecastsTest {
  private static final Covariates SEVENTY = new Covariates(BodyWeight.ofKilograms("70"));
  private static final List<Double> TEN_HOURS = Minutes.every(1, 600);

  private final RouteForecasts forecasts = new RouteForecasts(AbsorptionCatalogue.shipped());

  /// Means of people who were given these doses (Pharmacotherapy 2022;42:298 Table 6 and Chong
  /// 2006) lie between the lowest and the highest peak that the band leaves.
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # route,    mg racemic, mean Cmax ng/mL
          INTRANASAL, 10,         22.9
          INTRANASAL, 30,         60.8
          INTRANASAL, 50,         77.6
          SUBLINGUAL, 25,         28.6
          ORAL,       25,         22.8
          """)
  void observedPeaksLieWithinTheBand(Route route, String milligrams, double peak) {
    var band = banded("kamp-2020", given(route, milligrams, RACEMIC_KETAMINE)).plasma();
    assertThat(peak).isBetween(Collections.max(band.lower()), Collections.max(band.upper()));
  }

  /// The whole area under any curve is fraction times dose over clearance: Kamp's 84 L/h, 1.4
  /// L/min. The band holds the lowest and the highest of them.
  @Test
  void theBandHoldsTheAreasOfItsEnds() {
    var dose = given(Route.ORAL, "50", ESKETAMINE);
    var band =
        banded(forecasts.forecast(model("kamp-2020"), SEVENTY, dose, Minutes.every(2, 20_000)))
            .plasma();
    assertThat(2 * sum(band.lower())).isLessThan(0.08 * 50 / 1.4 * 1000);
    assertThat(2 * sum(band.upper())).isGreaterThan(0.32 * 50 / 1.4 * 1000);
    for (int i = 0; i < band.lower().size(); i++) {
      assertThat(band.lower().get(i)).isBetween(0.0, band.upper().get(i));
    }
  }

  /// A rate that was derived from the time of the peak puts the peak there.
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          kamp-2020,   5
          kamp-2020,   15
          otto-2021,   40
          domino-1984, 106
          """)
  void theDerivedRatePeaksWhenThePeakWasPublished(String id, double minutes) {
    var pace = new Pace.PeakAfter(new Spread(minutes, minutes));
    double rate = RouteForecasts.rates(model(id), SEVENTY, pace)[0];
    var published =
        (Published) AbsorptionCatalogue.shipped().of(Route.INTRAMUSCULAR, People.ADULTS);
    var source = published.evidence().getFirst();
    var absorbing = model(id).absorbing(Route.INTRAMUSCULAR, 1, rate, source);
    var moiety = model(id).moieties().contains(ESKETAMINE) ? ESKETAMINE : RACEMIC_KETAMINE;
    var grid = Minutes.every(0.05, 200);
    var cp =
        PatientNetwork.of(absorbing, SEVENTY, Optional.empty(), Eta.typical())
            .simulate(given(Route.INTRAMUSCULAR, "50", moiety), grid)
            .parent()
            .cp();
    assertThat(grid.get(cp.indexOf(Collections.max(cp)))).isCloseTo(minutes, offset(0.06));
  }

  @Test
  @Verifies("H72")
  void aSubcutaneousDoseIsNotForecast() {
    var forecast =
        forecasts.forecast(
            model("kamp-2020"),
            SEVENTY,
            given(Route.SUBCUTANEOUS, "25", RACEMIC_KETAMINE),
            TEN_HOURS);
    assertThat(forecast)
        .isInstanceOfSatisfying(
            NotForecast.class,
            none ->
                assertThat(none.reason())
                    .startsWith("No bioavailability and no rate of absorption")
                    .contains("in people"));
  }

  @Test
  void aModelsOwnAbsorptionComesFirst() {
    var film = given(Route.SUBLINGUAL, "50", ESKETAMINE);
    assertThat(forecasts.forecast(model("simons-2022"), SEVENTY, film, TEN_HOURS))
        .isInstanceOf(Curved.class);
    var spray = given(Route.INTRANASAL, "56", ESKETAMINE);
    var known = SEVENTY.aged(Age.ofYears("50")).of(Ethnicity.NOT_ASIAN);
    assertThat(forecasts.forecast(model("perez-ruixo-2021"), known, spray, TEN_HOURS))
        .isInstanceOf(Curved.class);
    var half = given(Route.INTRANASAL, "40", ESKETAMINE);
    assertThat(forecasts.forecast(model("perez-ruixo-2021"), known, half, TEN_HOURS))
        .isInstanceOfSatisfying(
            NotForecast.class,
            none ->
                assertThat(none.reason())
                    .isEqualTo(
                        "Perez-Ruixo 2021 knows intranasal doses in whole devices of 28 mg only,"
                            + " not 40 mg"));
  }

  @Test
  void whoeverDoesNotFitTheModelHasNoBandEither() {
    var infant = new Covariates(BodyWeight.ofKilograms("8"));
    var dose = given(Route.INTRAMUSCULAR, "25", RACEMIC_KETAMINE);
    assertThat(forecasts.forecast(model("kamp-2020"), infant, dose, TEN_HOURS))
        .isInstanceOfSatisfying(
            NotForecast.class, none -> assertThat(none.reason()).contains("8 kg lies outside"));
    var both = dose.plusDose(0, Route.ORAL, Dose.ofMilligrams("50", RACEMIC_KETAMINE));
    assertThat(forecasts.forecast(model("kamp-2020"), SEVENTY, both, TEN_HOURS))
        .isInstanceOfSatisfying(
            NotForecast.class, none -> assertThat(none.reason()).contains("several routes"));
  }

  @Test
  void childrenAbsorbAsChildrenDo() {
    var herd = ModelCatalogue.children().get("herd-2007");
    var child = new Covariates(BodyWeight.ofKilograms("20")).aged(Age.ofYears("6"));
    var oral = given(Route.ORAL, "100", RACEMIC_KETAMINE);
    assertThat(forecasts.forecast(herd, child, oral, TEN_HOURS))
        .isInstanceOfSatisfying(
            Banded.class,
            banded -> {
              assertThat(banded.uptake().people()).isEqualTo(People.CHILDREN);
              assertThat(banded.effectSite()).isEmpty();
            });
    var muscle = given(Route.INTRAMUSCULAR, "80", RACEMIC_KETAMINE);
    assertThat(forecasts.forecast(herd, child, muscle, TEN_HOURS))
        .isInstanceOfSatisfying(
            NotForecast.class, none -> assertThat(none.reason()).startsWith("In children 41 %"));
  }

  @Test
  void everyRouteSaysSomethingOfAdultsAndOfChildren() {
    assertThat(AbsorptionCatalogue.shipped().uptakes()).hasSize(10);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          { from: 0.93, to: 0.93, unit: "1" }  | { from: 0.93, to: 1.3, unit: "1" } | no more than the whole dose
          { from: 0.93, to: 0.93, unit: "1" }  | { from: 0.93, to: 0.3, unit: "1" } | must lie above 0
          peak-after: { from: 5, to: 15        | half-life: { from: 5, to: 15       | unknown key 'half-life'
          peak-after: { from: 5, to: 15, unit: "min" } | peak-after: { from: 5, to: 15, unit: "h" } | expected min
          route: oral                          | route: rectal                      | found 'rectal'
          route: oral                          | route: sublingual                  | stands already
          citation: chong-2006                 | citation: chong-2007               | no citation
          """)
  void aBrokenFileIsRefusedWithFileAndLine(String stands, String replacement, String reason)
      throws IOException {
    var text = resource("absorption.yaml");
    assertThat(text).contains(stands);
    var broken = yaml("test.yaml", text.replace(stands, replacement));
    var citations = Citations.read(yaml("citations.yaml", resource("citations.yaml")));
    assertThatThrownBy(() -> AbsorptionCatalogue.read(broken, citations))
        .isInstanceOf(BrokenFile.class)
        .hasMessageContaining(reason)
        .hasMessageMatching("(?s)test\\.yaml:[1-9]\\d*: .*");
  }

  private Banded banded(String id, Regimen regimen) {
    return banded(forecasts.forecast(model(id), SEVENTY, regimen, TEN_HOURS));
  }

  private static Banded banded(RouteForecast forecast) {
    assertThat(forecast).isInstanceOf(Banded.class);
    return (Banded) forecast;
  }

  private static PkModel model(String id) {
    return ModelCatalogue.shipped().get(id);
  }

  private static Regimen given(Route route, String milligrams, Moiety moiety) {
    return Regimen.none(moiety).plusDose(0, route, Dose.ofMilligrams(milligrams, moiety));
  }

  private static double sum(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).sum();
  }

  private static YamlNode yaml(String name, String text) {
    return YamlNode.read(name, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static String resource(String name) throws IOException {
    try (var bytes = RouteForecastsTest.class.getResourceAsStream("/pharmacology/" + name)) {
      assertThat(bytes).isNotNull();
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

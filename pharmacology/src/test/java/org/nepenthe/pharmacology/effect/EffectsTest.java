package org.nepenthe.pharmacology.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;
import static org.nepenthe.quantity.Moiety.ESKETAMINE;
import static org.nepenthe.quantity.Moiety.RACEMIC_KETAMINE;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nepenthe.evidence.BrokenFile;
import org.nepenthe.evidence.Verifies;
import org.nepenthe.evidence.YamlNode;
import org.nepenthe.pharmacology.PatientModel;
import org.nepenthe.pharmacology.effect.EndpointForecast.Course;
import org.nepenthe.pharmacology.effect.EndpointForecast.NotForecast;
import org.nepenthe.pharmacology.model.Covariates;
import org.nepenthe.pharmacology.model.Eta;
import org.nepenthe.pharmacology.model.ModelCatalogue;
import org.nepenthe.pharmacology.model.PkModel;
import org.nepenthe.pharmacology.model.ShippedFile;
import org.nepenthe.pharmacology.regimen.Minutes;
import org.nepenthe.pharmacology.regimen.Regimen;
import org.nepenthe.quantity.BodyWeight;
import org.nepenthe.quantity.Dose;
import org.nepenthe.quantity.DoseRate;
import org.nepenthe.quantity.Moiety;

/// Expected values are the publications', or arithmetic by hand that stands beside them.
class EffectsTest {
  private static final Covariates SEVENTY = new Covariates(BodyWeight.ofKilograms("70"));
  private static final ModelCatalogue MODELS = ModelCatalogue.shipped();

  private final EffectCatalogue effects = EffectCatalogue.shipped();
  private final EndpointForecasts forecasts = new EndpointForecasts(MODELS);

  /// 0.51 nmol/mL of 237.73 g/mol is 121 ng/mL (90 to 157), as the abstract's authors print it.
  @Test
  void halfEffectsAreWhatTheSourcesPrint() {
    var c50 = effects.get("pressure-pain-and-perception").c50().orElseThrow();
    assertThat(c50.typical()).isCloseTo(121, offset(0.5));
    assertThat(c50.from()).isCloseTo(90, offset(0.5));
    assertThat(c50.to()).isCloseTo(157, offset(0.5));
    assertThat(effects.get("drug-high").c50().orElseThrow().typical()).isCloseTo(71, offset(0.5));
    assertThat(effects.get("evoked-pain").c50().orElseThrow().from()).isCloseTo(285, offset(0.5));
    assertThatThrownBy(() -> effects.get("mood")).hasMessageContaining("no endpoint 'mood'");
  }

  /// At once, the effect site is plasma; with a half-life of 5 min it is below it while it rises.
  @Test
  void aCourseLiesBetweenPlasmaAndTheSlowestDelay() {
    var minutes = Minutes.every(5, 120);
    var regimen = esketamine("35", 40);
    var course = course("evoked-pain", "simons-2022", regimen, minutes);
    assertThat(course.reDerived()).isEmpty();
    var simons = MODELS.get("simons-2022");
    var cp = PatientModel.of(simons.body(SEVENTY, 1, Eta.typical())).simulate(regimen, minutes);
    double slow = Math.log(2) / 5;
    var ce = PatientModel.of(simons.body(SEVENTY, slow, Eta.typical())).simulate(regimen, minutes);
    int atForty = minutes.indexOf(40.0);
    close(course.effectSite().upper().get(atForty), cp.cp().get(atForty));
    close(course.effectSite().lower().get(atForty), ce.ce().get(atForty));
    // 1.7 nmol/mL is 404.1 ng/mL, 1.2 is 285.3
    var ofC50 = course.inC50s().orElseThrow();
    assertThat(ofC50.upper().get(atForty)).isCloseTo(cp.cp().get(atForty) / 285.276, offset(1e-5));
    assertThat(ofC50.lower().get(atForty)).isCloseTo(ce.ce().get(atForty) / 404.141, offset(1e-5));
  }

  /// With other parameters than those a delay was estimated with, the peak after a bolus stays
  /// where it was: 1.608 min with Domino's and 0.238 per minute, as a public program has it.
  @Test
  @Verifies("H72")
  void aDelayIsCarriedOverByTimeOfPeakAndSaysSo() {
    var bolus =
        Regimen.none(RACEMIC_KETAMINE).plusBolus(0, Dose.ofMilligrams("7", RACEMIC_KETAMINE));
    var minutes = Minutes.every(0.01, 6);
    var ani = effects.get("antinociception-ani");
    var typical =
        new Endpoint(
            ani.id(),
            ani.title(),
            ani.moiety(),
            ani.c50(),
            ani.halfLife().map(h -> new Estimate(h.typical(), h.typical(), h.typical())),
            ani.estimatedWith(),
            ani.evidence());
    var kamp =
        (Course) forecasts.forecast(typical, MODELS.get("kamp-2020"), SEVENTY, bolus, minutes);
    assertThat(kamp.reDerived()).hasValueSatisfying(s -> assertThat(s).contains("Domino 1984"));
    assertThat(peak(minutes, kamp.effectSite().upper())).isCloseTo(1.608, offset(0.011));
    var domino =
        (Course) forecasts.forecast(typical, MODELS.get("domino-1984"), SEVENTY, bolus, minutes);
    assertThat(domino.reDerived()).isEmpty();
    assertThat(peak(minutes, domino.effectSite().upper())).isCloseTo(1.608, offset(0.011));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          pressure-pain-and-perception | kamp-2020        | could not be read
          acute-pain-intensity         | simons-2022      | could not be read
          antinociception-ani          | kamp-2020        | measured after ketamine, not after esketamine
          evoked-pain                  | domino-1984      | is no model of esketamine
          evoked-pain                  | perez-ruixo-2021 | needs to know: age
          """)
  void whatDoesNotHoldIsNotForecast(String endpoint, String model, String reason) {
    var forecast =
        forecasts.forecast(
            effects.get(endpoint), MODELS.get(model), SEVENTY, esketamine("35", 40), List.of(40.0));
    assertThat(forecast)
        .isInstanceOfSatisfying(
            NotForecast.class, none -> assertThat(none.reason()).contains(reason));
  }

  /// 100 ng/mL of S-ketamine is 0.4206 umol/L. With 0.3 umol/L and 0.65 unbound, X is 0.9114 and
  /// 47.7 % is taken; with 0.419 and 0.55, X is 0.5522 and 35.6 % is.
  @Test
  void occupancyIsABandOverWhatWasPublished() {
    var taken = Occupancy.shipped().of(ESKETAMINE, 100, 0);
    assertThat(taken.highest()).isCloseTo(0.477, offset(0.0005));
    assertThat(taken.lowest()).isCloseTo(0.356, offset(0.0005));
    var none = Occupancy.shipped().of(RACEMIC_KETAMINE, 0, 0);
    assertThat(none.lowest()).isZero();
    assertThat(none.highest()).isZero();
  }

  /// 50 ng/mL of norketamine (0.2235 umol/L over 1.7) compete for the same site: X grows by 0.65 *
  /// 0.1315 = 0.0855 to 0.9968, 49.9 %.
  @Test
  void norketamineCompetes() {
    var taken = Occupancy.shipped().of(ESKETAMINE, 100, 50);
    assertThat(taken.highest()).isCloseTo(0.499, offset(0.0005));
    var racemic = Occupancy.shipped().of(RACEMIC_KETAMINE, 100, 50);
    assertThat(racemic.lowest()).isLessThan(racemic.highest());
    assertThatThrownBy(() -> Occupancy.shipped().of(ESKETAMINE, Double.NaN, 0))
        .hasMessageContaining("finite and not negative");
    assertThatThrownBy(() -> Occupancy.shipped().of(ESKETAMINE, 1, -1))
        .hasMessageContaining("norketamine");
  }

  /// The trial's 100 hours, 5 mg/h rising to 20. In the trial relief was greatest in week 1 and no
  /// longer significant in week 12.
  @Test
  void reliefBuildsUpOverDaysAndFadesOverWeeks() {
    var relief = PainRelief.shipped();
    var regimen =
        Regimen.none(ESKETAMINE)
            .plusRate(0, 1500, rate("5"))
            .plusRate(1500, 3000, rate("10"))
            .plusRate(3000, 6000, rate("20"));
    var minutes = Minutes.every(360, 12 * 7 * 1440);
    var forecast = relief.forecast(MODELS.get("kamp-2020"), SEVENTY, regimen, minutes);
    double best = forecast.typical().stream().mapToDouble(d -> d).max().orElseThrow();
    double bestDay = minutes.get(forecast.typical().indexOf(best)) / 1440;
    assertThat(bestDay).isBetween(3.0, 7.0);
    assertThat(best).isGreaterThan(0.6);
    assertThat(forecast.typical().getLast()).isLessThan(0.1);
    var days = forecast.daysAtLeast(0.5);
    assertThat(days.from()).isLessThan(days.typical());
    assertThat(days.typical()).isLessThan(days.to());
    for (int i = 0; i < minutes.size(); i++) {
      assertThat(forecast.typical().get(i))
          .isBetween(forecast.band().lower().get(i), forecast.band().upper().get(i));
    }
  }

  /// After a dose is gone, the effect site halves in 10.9 days; and what has reached it is the area
  /// under the curve times ln 2 / 10.9 d, wherever the dose went before: 200 mg over 84 L/h is
  /// 2,381 ng.h/mL, times 0.0026497 per hour is 6.309 ng/mL, less what has left since the middle of
  /// the curve. Relief is that over itself and 10.5 ng/mL: about 0.37.
  @Test
  void aDelayOfDaysFollowsTheAreaUnderTheCurve() {
    var relief = PainRelief.shipped();
    var minutes = List.of(5760.0, 5760.0 + 10.9 * 1440);
    var forecast =
        relief.forecast(MODELS.get("kamp-2020"), SEVENTY, esketamine("200", 60), minutes);
    double early = site(forecast.typical().getFirst());
    double late = site(forecast.typical().getLast());
    assertThat(early).isBetween(6.309 * Math.exp(-0.0026497 * 96), 6.309);
    assertThat(late / early).isCloseTo(0.5, offset(0.005));
  }

  private static double site(double relief) {
    return 10.5 * relief / (1 - relief);
  }

  @Test
  @Verifies("H72")
  void reliefOfTheRacemateIsNotForecast() {
    var relief = PainRelief.shipped();
    var racemic = Regimen.infusion(Dose.ofMilligrams("35", RACEMIC_KETAMINE), 40);
    assertThat(relief.refusal(MODELS.get("kamp-2020"), SEVENTY, racemic))
        .hasValue("Relief over weeks was measured after esketamine, not after ketamine");
    assertThatThrownBy(
            () -> relief.forecast(MODELS.get("kamp-2020"), SEVENTY, racemic, List.of(1.0)))
        .hasMessageContaining("measured after esketamine");
    assertThat(relief.evidence().deviation())
        .hasValueSatisfying(d -> assertThat(d).contains("ours"));
    assertThat(relief.response().typical()).isEqualTo(0.67);
    assertThat(relief.placeboResponse().typical()).isEqualTo(0.23);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          effects.yaml | typical: 0.51, from: 0.38   | typical: 0.31, from: 0.38 | must lie within its interval
          effects.yaml | 0.66, unit: "nmol/mL"       | 0.66, unit: "ng/mL"       | expected nmol/mL, found 'ng/mL'
          effects.yaml | id: drug-high               | id: evoked-pain           | stands twice
          effects.yaml | from: 70                    | from: 700                 | cannot go from 700
          nmda.yaml    | value: 0.119                | value: -0.119             | expected a number above 0
          nmda.yaml    | value: 0.88                 | value: 8.8                | expected a number above 0 and up to 1
          relief.yaml  | from: 5.3                   | from: 0                   | above 0
          relief.yaml  | half-life:                  | halflife:                 | unknown key 'halflife'
          """)
  void brokenFilesAreRefusedWithFileAndLine(
      String file, String stands, String replacement, String reason) throws IOException {
    var text = resource(file);
    assertThat(text).contains(stands);
    var broken = yaml(text.replaceFirst(java.util.regex.Pattern.quote(stands), replacement));
    assertThatThrownBy(() -> read(file, broken))
        .isInstanceOf(BrokenFile.class)
        .hasMessageContaining(reason)
        .hasMessageMatching("(?s)test\\.yaml:[1-9]\\d*: .*");
  }

  private static Object read(String file, YamlNode root) {
    var citations = ShippedFile.citations();
    return switch (file) {
      case "effects.yaml" -> EffectCatalogue.read(root, citations);
      case "nmda.yaml" -> Occupancy.read(root, citations);
      default -> PainRelief.read(root, citations);
    };
  }

  private Course course(String endpoint, String model, Regimen regimen, List<Double> minutes) {
    var forecast =
        forecasts.forecast(effects.get(endpoint), model(model), SEVENTY, regimen, minutes);
    assertThat(forecast).isInstanceOf(Course.class);
    return (Course) forecast;
  }

  private static PkModel model(String id) {
    return MODELS.get(id);
  }

  private static double peak(List<Double> minutes, List<Double> values) {
    return minutes.get(
        IntStream.range(0, values.size())
            .boxed()
            .max((a, b) -> Double.compare(values.get(a), values.get(b)))
            .orElseThrow());
  }

  private static void close(double ours, double expected) {
    assertThat(ours).isCloseTo(expected, offset(1e-9 * expected));
  }

  private static Regimen esketamine(String milligrams, double minutes) {
    return Regimen.infusion(Dose.ofMilligrams(milligrams, ESKETAMINE), minutes);
  }

  private static DoseRate rate(String milligramsPerHour) {
    return DoseRate.ofMilligramsPerHour(milligramsPerHour, Moiety.ESKETAMINE);
  }

  private static YamlNode yaml(String text) {
    return YamlNode.read(
        "test.yaml", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static String resource(String name) throws IOException {
    try (var bytes = EffectsTest.class.getResourceAsStream("/pharmacology/" + name)) {
      assertThat(bytes).isNotNull();
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

package org.nepenthe.pharmacology.spoken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nepenthe.pharmacology.regimen.Regimen;
import org.nepenthe.pharmacology.regimen.Route;
import org.nepenthe.quantity.BodyWeight;
import org.nepenthe.quantity.Moiety;

/// Lines of a regimen in a person of 80 kg; expected values are arithmetic by hand. Exact, but for
/// times in seconds and doses spread over a time (1e-12 relative).
class SpokenDoseTest {
  private static final BodyWeight WEIGHT = BodyWeight.ofKilograms("80");
  private static final Route IV = Route.INTRAVENOUS;
  private static final double EXACT = 1e-12;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0 min: 10 mg                  | 0    | 10
          0min:10mg                     | 0    | 10
          90 s: 0.35 mg/kg              | 1.5  | 28
          1.5 h: 500 mcg                | 90   | 0.5
          1 h 30 min: 250 mcg/kg        | 90   | 20
          1h30min: 250 µg per kg        | 90   | 20
          2 d: 0.1 g                    | 2880 | 100
          5 minutes: 7 MG               | 5    | 7
          0 min: 0 mg                   | 0    | 0
          0 min: 1000 mg                | 0    | 1000
          """)
  void givenAtOnce(String line, double minute, double milligrams) {
    var regimen = added(line);
    assertThat(regimen.rates()).isEmpty();
    var bolus = regimen.boluses().getFirst();
    assertThat(bolus.atMinute()).isCloseTo(minute, within(minute * EXACT));
    assertThat(bolus.dose().asDouble()).isEqualTo(milligrams);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0-40 min: 30 mg/h             | 0   | 40   | 30
          0 - 40 min : 30 mg / h        | 0   | 40   | 30
          0–40 min: 30 mg/hour          | 0   | 40   | 30
          0 to 40 min: 30 mg per hour   | 0   | 40   | 30
          0-1.5 h: 0.2 mg/kg/h          | 0   | 90   | 16
          0 min-2 h: 5 mcg/kg/min       | 0   | 120  | 24
          30 min to 1 h: 0.5 mg/min     | 30  | 60   | 30
          10-100 s: 6 mg/min            | 0.16666666666666667 | 1.6666666666666667 | 360
          1 h: 30 mg/h for 90 min       | 60  | 150  | 30
          0 min: 35 mg over 40 min      | 0   | 40   | 52.5
          0 min: 0.5 mg/kg over 40 min  | 0   | 40   | 60
          10 min: 20 mg over 0.5 h      | 10  | 40   | 40
          0-40 min: 0 mg/h              | 0   | 40   | 0
          """)
  void givenForAWhile(String line, double from, double until, double milligramsPerHour) {
    var regimen = added(line);
    assertThat(regimen.boluses()).isEmpty();
    var rate = regimen.rates().getFirst();
    assertThat(rate.fromMinute()).isCloseTo(from, within(EXACT));
    assertThat(rate.untilMinute()).isCloseTo(until, within(until * EXACT));
    assertThat(rate.rate().asDouble())
        .isCloseTo(milligramsPerHour, within(milligramsPerHour * EXACT));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          10 mg                         | one colon
          0 min 10 mg                   | one colon
          0:30: 10 mg                   | one colon
          0: 10 mg                      | 0 of what? Say s, min, h or d
          0-40: 30 mg/h                 | of what? Say s, min, h or d
          5 m: 10 mg                    | minute or a month
          5 weeks: 10 mg                | no unit of time
          -5 min: 10 mg                 | before the start
          0 min: 10                     | Say mg, mg/kg
          0 min:                        | missing
          "0 min: 0,5 mg"               | a comma can mean two things
          "0 min: 1,000 mg"             | a comma can mean two things
          0 min: .5 mg                  | write 0.5 mg
          0 min: 5. mg                  | digit is missing behind the point
          0 min: 1e3 mg                 | without an exponent
          0 min: -10 mg                 | has a sign
          0 min: +10 mg                 | has a sign
          0 min: ten mg                 | no number
          0 min: NaN mg                 | no number
          0 min: 10 mL                  | without the strength
          0-40 min: 10 mL/h             | without the strength
          0 min: 10 units               | no unit of a dose
          0 min: 10 mg/lb               | no unit of a dose
          0-40 min: 1 mg/kg/h/m2        | no unit of a dose
          0-40 min: 1 mg/h/kg           | no unit of a dose
          0-40 min: 30 mg/day           | not for each day
          0 min: 30 mg/h                | until when?
          0-40 min: 30 mg               | all at once, or spread?
          0-40 min: 30 mg/h for 40 min  | said twice
          0 min: 30 mg/h over 40 min    | an amount is given over a time, a rate for a time
          0 min: 30 mg for 40 min       | an amount is given over a time, a rate for a time
          40-40 min: 30 mg/h            | not after it began
          40-20 min: 30 mg/h            | not after it began
          0-20-40 min: 30 mg/h          | more than two times
          0 min: 30 mg over 0 min       | not after it began
          """)
  void refusedInWords(String line, String words) {
    assertThatThrownBy(() -> SpokenDose.parse(line))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(words)
        .hasMessageContaining("'" + line + "'");
  }

  @ParameterizedTest
  @CsvSource({
    "0 min: 10 mg im, INTRAMUSCULAR, 10",
    "0 min: 0.5 mg/kg IM, INTRAMUSCULAR, 40",
    "0 min: 56 mg intranasal, INTRANASAL, 56",
    "0 min: 56 mg nasal, INTRANASAL, 56",
    "0 min: 50 mg sublingual, SUBLINGUAL, 50",
    "0 min: 50 mg buccal, SUBLINGUAL, 50",
    "0 min: 1 mg/kg oral, ORAL, 80",
    "0 min: 10 mg sc, SUBCUTANEOUS, 10"
  })
  void givenByAnotherRoute(String line, Route route, double milligrams) {
    var dose = added(line).administrations().getFirst();
    assertThat(dose.route()).isEqualTo(route);
    assertThat(dose.dose().asDouble()).isEqualTo(milligrams);
  }

  @Test
  void aRouteSaidWithTheDoseGoesBeforeTheOneSaidForAll() {
    var regimen = Regimen.none(Moiety.RACEMIC_KETAMINE);
    for (var line : new String[] {"0 min: 10 mg iv", "5 min: 20 mg", "0-9 min: 6 mg/h iv"}) {
      var route = line.endsWith("h iv") ? IV : Route.ORAL;
      regimen = SpokenDose.parse(line).addedTo(regimen, WEIGHT, route);
    }
    assertThat(regimen.boluses()).hasSize(1);
    assertThat(regimen.administrations()).singleElement().extracting("route").isEqualTo(Route.ORAL);
    assertThat(regimen.rates()).hasSize(1);
  }

  @Test
  void aRateByMouthIsRefused() {
    var none = Regimen.none(Moiety.RACEMIC_KETAMINE);
    assertThatThrownBy(() -> SpokenDose.parse("0-9 min: 6 mg/h").addedTo(none, WEIGHT, Route.ORAL))
        .hasMessageContaining("runs into a vein");
    assertThatThrownBy(() -> SpokenDose.parse("0 min: 6 mg over 9 min oral"))
        .hasMessageContaining("into a vein");
  }

  @Test
  void aTimeBeyondEveryCourseIsRefused() {
    assertThatThrownBy(() -> SpokenDose.parse("99999999 min: 10 mg"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("10000000 min");
  }

  @Test
  void overlappingRatesAreRefused() {
    var first = added("0-40 min: 30 mg/h");
    assertThatThrownBy(() -> SpokenDose.parse("20-60 min: 30 mg/h").addedTo(first, WEIGHT, IV))
        .hasMessageContaining("not overlap");
  }

  @ParameterizedTest
  @CsvSource({"70 kg, 70", "70kg, 70", "82.5 KG, 82.5", "100 lb, 45.359237", "100lbs, 45.359237"})
  void weights(String said, double kilograms) {
    assertThat(SpokenWeight.parse(said).asDouble()).isEqualTo(kilograms);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          70     | kg or lb?
          70 g   | kg or lb
          70,5 kg| comma
          heavy  | no number
          0 kg   | body weight
          -70 kg | has a sign
          """)
  void weightsRefusedInWords(String said, String words) {
    assertThatThrownBy(() -> SpokenWeight.parse(said))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(words);
  }

  @ParameterizedTest
  @CsvSource({"45, 45", "45y, 45", "45 years, 45", "18 months, 1.5", "0.5 years, 0.5"})
  void ages(String said, double years) {
    assertThat(SpokenAge.parse(said).asDouble()).isEqualTo(years);
  }

  @ParameterizedTest
  @CsvSource({
    "old, no number",
    "45 days, years or months",
    "-3, has a sign",
    "200, between 0 and 130"
  })
  void agesRefusedInWords(String said, String words) {
    assertThatThrownBy(() -> SpokenAge.parse(said)).hasMessageContaining(words);
  }

  private static Regimen added(String line) {
    return SpokenDose.parse(line).addedTo(Regimen.none(Moiety.RACEMIC_KETAMINE), WEIGHT, IV);
  }
}

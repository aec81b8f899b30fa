package org.nepenthe.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.nepenthe.quantity.Moiety.ESKETAMINE;
import static org.nepenthe.quantity.Moiety.RACEMIC_KETAMINE;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// From weight to dose to volume to pump rate: whichever way round, the same amount.
class UnitTriangleTest {
  private static final long SEED = Long.getLong("nepenthe.seed", 20260101L);

  /// Worked by hand: mg = mg/kg x kg; mL = mg / (mg/mL); mg/h = mg x 60 / min;
  /// mL/h = mg/h / (mg/mL).
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # mg/kg, kg,   mg/mL, min, mg,   mL,   mg/h, mL/h
          0.5,     70,   1,     40,  35,   35,   52.5, 52.5
          0.5,     70,   50,    40,  35,   0.7,  52.5, 1.05
          0.5,     70,   10,    40,  35,   3.5,  52.5, 5.25
          0.5,     70,   100,   40,  35,   0.35, 52.5, 0.525
          0.1,     55.5, 0.5,   60,  5.55, 11.1, 5.55, 11.1
          0.3,     120,  2,     45,  36,   18,   48,   24
          """)
  void workedExamples(
      String perKg,
      String kg,
      String strength,
      String min,
      String mg,
      String ml,
      String mgPerH,
      String mlPerH) {
    var minutes = new BigDecimal(min);
    var solution = SolutionStrength.ofMilligramsPerMillilitre(strength);
    var dose =
        WeightNormalisedDose.ofMilligramsPerKilogram(perKg)
            .forWeight(BodyWeight.ofKilograms(kg), RACEMIC_KETAMINE);
    assertThat(dose).isEqualTo(Dose.ofMilligrams(mg, RACEMIC_KETAMINE));
    assertThat(solution.volumeOf(dose)).isEqualTo(Volume.ofMillilitres(ml));
    assertThat(dose.over(minutes))
        .isEqualTo(DoseRate.ofMilligramsPerHour(mgPerH, RACEMIC_KETAMINE));
    assertThat(dose.over(minutes).deliveredFrom(solution))
        .isEqualTo(PumpRate.ofMillilitresPerHour(mlPerH));
    assertThat(solution.volumeOf(dose).over(minutes))
        .isEqualTo(PumpRate.ofMillilitresPerHour(mlPerH));
    assertThat(SolutionStrength.of(dose, solution.volumeOf(dose))).isEqualTo(solution);
  }

  /// Dose to volume to pump rate, and dose to dose rate to pump rate, meet; and every way has a
  /// way back. Twenty digits are carried, eighteen must be left.
  @Test
  void trianglesCloseAndRoundTripsReturn() {
    var random = new SplittableRandom(SEED);
    for (int i = 0; i < 2000; i++) {
      var weight = BodyWeight.ofKilograms(decimal(random, 30, 200, 1));
      var strength = SolutionStrength.ofMilligramsPerMillilitre(decimal(random, 0.1, 100, 2));
      var minutes = new BigDecimal(decimal(random, 1, 600, 0));
      var dose = Dose.ofMilligrams(decimal(random, 0.1, 400, 2), RACEMIC_KETAMINE);

      var byVolume = strength.volumeOf(dose).over(minutes);
      var byRate = dose.over(minutes).deliveredFrom(strength);
      near(byVolume.millilitresPerHour(), byRate.millilitresPerHour());

      near(
          strength.doseIn(strength.volumeOf(dose), RACEMIC_KETAMINE).milligrams(),
          dose.milligrams());
      near(dose.per(weight).forWeight(weight, RACEMIC_KETAMINE).milligrams(), dose.milligrams());
      var seconds = minutes.multiply(BigDecimal.valueOf(60));
      near(dose.over(minutes).in(seconds).milligrams(), dose.milligrams());
      near(
          byRate.delivering(strength, RACEMIC_KETAMINE).milligramsPerHour(),
          dose.over(minutes).milligramsPerHour());
      near(
          dose.over(minutes).per(weight).forWeight(weight, RACEMIC_KETAMINE).milligramsPerHour(),
          dose.over(minutes).milligramsPerHour());
      near(BodyWeight.ofPounds(weight.pounds().toString()).kilograms(), weight.kilograms());
    }
  }

  /// The pound is 0.45359237 kg by definition; 154 x 0.45359237 worked by hand.
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # lb,  kg
          1,     0.45359237
          154,   69.85322498
          220.5, 100.017117585
          """)
  void poundsAreExact(String pounds, String kilograms) {
    assertThat(BodyWeight.ofPounds(pounds)).isEqualTo(BodyWeight.ofKilograms(kilograms));
    assertThat(BodyWeight.ofKilograms(kilograms).pounds()).isEqualByComparingTo(pounds);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # now, earlier, change
          77,    70,      0.1
          63,    70,      0.1
          70,    70,      0
          76.9,  70,      0.098571428571428571429
          """)
  void weightChangeIsAFractionOfTheEarlierOne(String now, String earlier, String change) {
    assertThat(BodyWeight.ofKilograms(now).relativeChangeFrom(BodyWeight.ofKilograms(earlier)))
        .isEqualByComparingTo(change);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # mL/h, step, direction, set to
          5.256,  0.1,  DOWN,      5.2
          5.256,  0.1,  UP,        5.3
          5.25,   0.1,  HALF_UP,   5.3
          5.2,    0.1,  DOWN,      5.2
          0.04,   0.1,  DOWN,      0
          """)
  void roundingToAPumpStepNamesItsDirection(
      String rate, BigDecimal step, RoundingMode direction, String set) {
    assertThat(PumpRate.ofMillilitresPerHour(rate).roundedTo(step, direction))
        .isEqualTo(PumpRate.ofMillilitresPerHour(set));
  }

  @Test
  void moietiesAreNeitherAddedNorCompared() {
    var racemic = Dose.ofMilligrams("10", RACEMIC_KETAMINE);
    var esketamine = Dose.ofMilligrams("10", ESKETAMINE);
    assertThat(racemic).isNotEqualTo(esketamine);
    refused(() -> racemic.plus(esketamine), "cannot be put together");
    refused(() -> racemic.exceeds(esketamine), "cannot be put together");
    var minutes = BigDecimal.valueOf(40);
    refused(() -> racemic.over(minutes).exceeds(esketamine.over(minutes)), "cannot be compared");
    assertThat(racemic.plus(racemic)).isEqualTo(Dose.ofMilligrams("20", RACEMIC_KETAMINE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1"})
  void noDurationOrStepOfNothing(String number) {
    var nothing = new BigDecimal(number);
    refused(() -> Dose.ofMilligrams("1", ESKETAMINE).over(nothing), "duration must be above 0 min");
    refused(() -> Volume.ofMillilitres("1").over(nothing), "duration must be above 0 min");
    refused(
        () -> PumpRate.ofMillilitresPerHour("1").roundedTo(nothing, RoundingMode.DOWN),
        "pump step must be above 0 mL/h");
  }

  @Test
  void exceedsIsStrict() {
    var ten = Dose.ofMilligrams("10", RACEMIC_KETAMINE);
    assertThat(ten.exceeds(Dose.ofMilligrams("10.0", RACEMIC_KETAMINE))).isFalse();
    assertThat(Dose.ofMilligrams("10.01", RACEMIC_KETAMINE).exceeds(ten)).isTrue();
  }

  @Test
  void aVolumeCannotBeTakenOutOfASmallerOne() {
    var one = Volume.ofMillilitres("1");
    refused(() -> one.minus(Volume.ofMillilitres("1")), "volume must be above 0 mL");
    refused(() -> one.minus(Volume.ofMillilitres("2")), "was -1 mL");
    assertThat(Volume.ofMillilitres("3").minus(one).plus(one)).isEqualTo(Volume.ofMillilitres("3"));
  }

  @Test
  void aRateOnHoldIsZeroAndHasNoRatePerKilogram() {
    var hold = DoseRate.none(RACEMIC_KETAMINE);
    assertThat(hold.isZero()).isTrue();
    refused(() -> hold.per(BodyWeight.ofKilograms("70")), "weight-normalised rate must be above 0");
  }

  private static String decimal(SplittableRandom random, double from, double to, int decimals) {
    return BigDecimal.valueOf(random.nextDouble(from, to))
        .setScale(decimals, RoundingMode.UP)
        .toString();
  }

  private static void near(BigDecimal actual, BigDecimal expected) {
    assertThat(actual.subtract(expected).abs())
        .as("seed %d: %s and %s", SEED, actual, expected)
        .isLessThanOrEqualTo(expected.movePointLeft(18));
  }

  private static void refused(Runnable action, String words) {
    assertThatThrownBy(action::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(words);
  }
}

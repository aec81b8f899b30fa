package org.nepenthe.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.nepenthe.quantity.Moiety.RACEMIC_KETAMINE;

import java.math.BigDecimal;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which numbers each quantity takes, below, at and above its bounds.
class QuantityBoundsTest {
  private static final Map<String, Function<BigDecimal, Record>> QUANTITIES =
      Map.ofEntries(
          Map.entry("BodyWeight", BodyWeight::new),
          Map.entry("Dose", number -> new Dose(number, RACEMIC_KETAMINE)),
          Map.entry("DoseRate", number -> new DoseRate(number, RACEMIC_KETAMINE)),
          Map.entry("HeartRate", HeartRate::new),
          Map.entry("OxygenSaturation", OxygenSaturation::new),
          Map.entry("PlasmaConcentration", PlasmaConcentration::new),
          Map.entry("Pressure", Pressure::new),
          Map.entry("PumpRate", PumpRate::new),
          Map.entry("RespiratoryRate", RespiratoryRate::new),
          Map.entry("SolutionStrength", SolutionStrength::new),
          Map.entry("Volume", Volume::new),
          Map.entry("WeightNormalisedDose", WeightNormalisedDose::new),
          Map.entry("WeightNormalisedRate", WeightNormalisedRate::new));

  private static final Map<String, DoubleFunction<Record>> FROM_DOUBLE =
      Map.ofEntries(
          Map.entry("body weight", BodyWeight::ofKilograms),
          Map.entry("dose", number -> Dose.ofMilligrams(number, RACEMIC_KETAMINE)),
          Map.entry("heart rate", HeartRate::ofBeatsPerMinute),
          Map.entry("oxygen saturation", OxygenSaturation::ofPercent),
          Map.entry("plasma concentration", PlasmaConcentration::ofNanogramsPerMillilitre),
          Map.entry("pressure", Pressure::ofMillimetresOfMercury),
          Map.entry("pump rate", PumpRate::ofMillilitresPerHour),
          Map.entry("respiratory rate", RespiratoryRate::ofBreathsPerMinute),
          Map.entry("solution strength", SolutionStrength::ofMilligramsPerMillilitre),
          Map.entry("volume", Volume::ofMillilitres),
          Map.entry("weight-normalised dose", WeightNormalisedDose::ofMilligramsPerKilogram),
          Map.entry(
              "weight-normalised rate", WeightNormalisedRate::ofMilligramsPerKilogramPerHour));

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # quantity,           -0.001,  0,       0.001, 100,  100.001
          BodyWeight,           refused, refused, taken, taken, taken
          Dose,                 refused, taken,   taken, taken, taken
          DoseRate,             refused, taken,   taken, taken, taken
          HeartRate,            refused, taken,   taken, taken, taken
          OxygenSaturation,     refused, taken,   taken, taken, refused
          PlasmaConcentration,  refused, taken,   taken, taken, taken
          Pressure,             refused, taken,   taken, taken, taken
          PumpRate,             refused, taken,   taken, taken, taken
          RespiratoryRate,      refused, taken,   taken, taken, taken
          SolutionStrength,     refused, refused, taken, taken, taken
          Volume,               refused, refused, taken, taken, taken
          WeightNormalisedDose, refused, refused, taken, taken, taken
          WeightNormalisedRate, refused, refused, taken, taken, taken
          """)
  void bounds(
      String quantity, String below, String zero, String above, String hundred, String more) {
    check(quantity, "-0.001", below);
    check(quantity, "0", zero);
    check(quantity, "0.001", above);
    check(quantity, "100", hundred);
    check(quantity, "100.001", more);
  }

  private static void check(String quantity, String number, String expected) {
    var make = QUANTITIES.get(quantity);
    assertThat(make).isNotNull();
    var value = new BigDecimal(number);
    if (expected.equals("taken")) {
      assertThat(make.apply(value)).isEqualTo(make.apply(value));
    } else {
      assertThatThrownBy(() -> make.apply(value))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("was " + number);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void nothingThatIsNotANumber(double number) {
    FROM_DOUBLE.forEach((name, make) ->
        assertThatThrownBy(() -> make.apply(number))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage(name + " must be a finite number, was " + number));
  }

  /// The parser takes an exponent that no memory could write out.
  @ParameterizedTest
  @ValueSource(strings = {"1e999999999", "-1e999999999", "1e-999999999", "1e18"})
  void absurdExponentsAreRefusedAtOnce(String number) {
    QUANTITIES.forEach((name, make) ->
        assertThatThrownBy(() -> make.apply(new BigDecimal(number)))
            .as(name)
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("no amount anybody means"));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          0.5,  0.50
          70,   70.000
          1000, 1e3
          0.1,  1E-1
          """)
  void equalHoweverTyped(String one, String other) {
    QUANTITIES.forEach((name, make) -> {
      if (name.equals("OxygenSaturation") && one.equals("1000")) {
        return;
      }
      var first = make.apply(new BigDecimal(one));
      var second = make.apply(new BigDecimal(other));
      assertThat(first).as(name).isEqualTo(second).hasSameHashCodeAs(second);
      assertThat(first.toString()).as(name).isEqualTo(second.toString()).contains("=" + one);
    });
  }

  @Test
  void zeroIsZeroHoweverTyped() {
    assertThat(Dose.ofMilligrams("0.00", RACEMIC_KETAMINE)).isEqualTo(Dose.none(RACEMIC_KETAMINE));
    assertThat(PumpRate.ofMillilitresPerHour("0.0")).isEqualTo(PumpRate.STOPPED);
  }

  @Test
  void orderFollowsTheAmount() {
    assertThat(BodyWeight.ofKilograms("9.9")).isLessThan(BodyWeight.ofKilograms("10"));
    assertThat(Pressure.ofMillimetresOfMercury("180"))
        .isEqualByComparingTo(Pressure.ofMillimetresOfMercury("180.0"));
  }
}

package org.nepenthe.clinic.platform.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nepenthe.evidence.Verifies;
import org.nepenthe.quantity.BodyWeight;
import org.nepenthe.quantity.Dose;
import org.nepenthe.quantity.DoseRate;
import org.nepenthe.quantity.Moiety;
import org.nepenthe.quantity.OxygenSaturation;
import org.nepenthe.quantity.PlasmaConcentration;
import org.nepenthe.quantity.Pressure;
import org.nepenthe.quantity.PumpRate;
import org.nepenthe.quantity.SolutionStrength;
import org.nepenthe.quantity.Volume;
import org.nepenthe.quantity.WeightNormalisedDose;
import org.nepenthe.quantity.WeightNormalisedRate;

class FiguresTest {
  private final Locale machine = Locale.getDefault();

  @BeforeEach
  void onAMachineWithDecimalCommas() {
    Locale.setDefault(Locale.GERMANY);
  }

  @AfterEach
  void backToTheMachine() {
    Locale.setDefault(machine);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # as the medication safety rules write them: 0.3 mg, 1 mg, 1,000 from 1,000 up
          0.3     | 0.3 mg
          .3      | 0.3 mg
          1.0     | 1 mg
          1       | 1 mg
          35.00   | 35 mg
          10      | 10 mg
          100     | 100 mg
          999     | 999 mg
          1000    | 1,000 mg
          12345   | 12,345 mg
          1000000 | 1,000,000 mg
          # four digits, three decimals at most, halves up
          23.3333 | 23.33 mg
          12.25   | 12.25 mg
          0.12345 | 0.123 mg
          0.0005  | 0.001 mg
          1234.5  | 1,235 mg
          # something is never shown as nothing
          0.0001  | less than 0.001 mg
          0       | 0 mg
          """)
  @Verifies("H05")
  void doses(String milligrams, String shown) {
    assertThat(Figures.of(Dose.ofMilligrams(milligrams, Moiety.RACEMIC_KETAMINE)))
        .isEqualTo(shown.replace(" mg", "\u00a0mg"));
  }

  @Test
  void everyQuantityWithItsUnit() {
    assertThat(Figures.of(WeightNormalisedDose.ofMilligramsPerKilogram("0.50")))
        .isEqualTo("0.5\u00a0mg/kg");
    assertThat(Figures.of(WeightNormalisedRate.ofMilligramsPerKilogramPerHour("0.75")))
        .isEqualTo("0.75\u00a0mg/kg/h");
    assertThat(Figures.of(DoseRate.ofMilligramsPerHour("52.50", Moiety.RACEMIC_KETAMINE)))
        .isEqualTo("52.5\u00a0mg/h");
    // 52.5 mg/h over 60 min is 0.875 mg/min
    assertThat(Figures.perMinute(DoseRate.ofMilligramsPerHour("52.5", Moiety.RACEMIC_KETAMINE)))
        .isEqualTo("0.875\u00a0mg/min");
    assertThat(Figures.of(PumpRate.ofMillilitresPerHour("4.17"))).isEqualTo("4.17\u00a0mL/h");
    assertThat(Figures.of(PumpRate.ofMillilitresPerHour("41.70"))).isEqualTo("41.7\u00a0mL/h");
    assertThat(Figures.of(PumpRate.STOPPED)).isEqualTo("0\u00a0mL/h");
    assertThat(Figures.of(Volume.ofMillilitres("50.0"))).isEqualTo("50\u00a0mL");
    assertThat(Figures.of(SolutionStrength.ofMilligramsPerMillilitre("10")))
        .isEqualTo("10\u00a0mg/mL");
    assertThat(Figures.of(PlasmaConcentration.ofNanogramsPerMillilitre("185.62")))
        .isEqualTo("186\u00a0ng/mL");
    assertThat(Figures.of(OxygenSaturation.ofPercent("97"))).isEqualTo("97\u00a0%");
    assertThat(
            Figures.of(
                Pressure.ofMillimetresOfMercury("128"), Pressure.ofMillimetresOfMercury("76")))
        .isEqualTo("128/76\u00a0mmHg");
  }

  /// 70 kg / 0.45359237 kg per pound = 154.32 lb.
  @Test
  void aWeightShowsBothUnits() {
    assertThat(Figures.withPounds(BodyWeight.ofKilograms("70.0")))
        .isEqualTo("70\u00a0kg (154.3\u00a0lb)");
  }

  @Test
  void whatWasOrderedKeepsItsDigits() {
    assertThat(Figures.exact(new BigDecimal("12.3456"), "mg")).isEqualTo("12.3456\u00a0mg");
    assertThat(Figures.exact(new BigDecimal("0.50"), "mL")).isEqualTo("0.5\u00a0mL");
    assertThat(Figures.exact(new BigDecimal("1E+3"), "mg")).isEqualTo("1,000\u00a0mg");
    assertThat(Figures.exact(new BigDecimal("-1234.5"), "mg")).isEqualTo("-1,234.5\u00a0mg");
    assertThat(Figures.exact(BigDecimal.TEN, "")).isEqualTo("10");
  }

  /// The two largest units, no third.
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          PT0S,        0 s
          PT1.44S,     1.4 s
          PT9.96S,     10 s
          PT10.9S,     10 s
          PT59S,       59 s
          PT1M,        1 min
          PT3M20S,     3 min 20 s
          PT59M59S,    59 min 59 s
          PT1H,        1 h
          PT2H5M59S,   2 h 5 min
          P1D,         1 d
          P2DT4H59M,   2 d 4 h
          """)
  void spans(Duration took, String shown) {
    assertThat(Figures.span(took).replace('\u00a0', ' ')).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "999, 999", "1000, '1,000'", "1234567, '1,234,567'"})
  void counts(long number, String shown) {
    assertThat(Figures.count(number)).isEqualTo(shown);
  }

  /// A rounding that carries over a power of ten keeps its digits in order.
  @ParameterizedTest
  @CsvSource({"9.9996, 4, 3, 10", "99.996, 4, 2, 100", "999.96, 4, 2, '1,000'", "0.9996, 3, 3, 1"})
  void roundingCarries(BigDecimal number, int significant, int decimals, String shown) {
    assertThat(Figures.rounded(number, significant, decimals)).isEqualTo(shown);
  }
}

package org.nepenthe.care.planning.slip;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nepenthe.care.planning.order.DoseOrder;
import org.nepenthe.care.planning.order.DosingWeight;
import org.nepenthe.care.planning.order.Vials;
import org.nepenthe.care.planning.order.WeightBasis;
import org.nepenthe.care.planning.order.Written;
import org.nepenthe.evidence.Verifies;
import org.nepenthe.quantity.BodyWeight;
import org.nepenthe.quantity.Dose;
import org.nepenthe.quantity.Moiety;
import org.nepenthe.quantity.PumpRate;
import org.nepenthe.quantity.SolutionStrength;
import org.nepenthe.quantity.Volume;

/// What lies behind a number that is not the expected one. The order: 70 kg, 0.5 mg/kg, 35 mg over
/// 40 min, 3.5 mL of 10 mg/mL (a vial of 20 mL) made up to 0.5 mg/mL, so 70 mL at 105 mL/h.
class SlipsTest {
  private static final DoseOrder ORDER = order();

  @Verifies("H10")
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # field, typed, what it says
          RATE, 105, ''
          RATE, 105.9, ''
          RATE, 35, This number is the dose in mg: it stands in the wrong field.
          RATE, 1050, 10 times what was expected: look at the decimal point.
          RATE, 10.5, 1/10 of what was expected: look at the decimal point.
          RATE, 1.05, 1/100 of what was expected: look at the decimal point.
          RATE, 52.5, This number is the dose rate in mg/h: it stands in the wrong field.
          RATE, 61, ''
          DOSE, 105, This number is the pump rate in mL/h: it stands in the wrong field. This holds 3 doses: one preparation holds one.
          DOSE, 200, This is the content of a whole vial.
          DOSE, 0.5, This number is the dose in mg/kg: it stands in the wrong field. This number is the strength as prepared in mg/mL: it stands in the wrong field.
          WEIGHT, 154.3, This looks like pounds where kilograms were meant.
          WEIGHT, 31.75, This looks like kilograms where pounds were meant.
          WEIGHT, 700, 10 times what was expected: look at the decimal point.
          VIAL_STRENGTH, 50, 'Another strength of the product, 5 times as strong as planned: the same volume holds that many times the dose.'
          VIAL_STRENGTH, 200, 'Another strength of the product, 20 times as strong as planned: the same volume holds that many times the dose. This is the content of a whole vial.'
          VIAL_STRENGTH, 10, ''
          VIAL_STRENGTH, 0, ''
          VIAL_STRENGTH, -10, ''
          RATE, 200, ''
          DOSE, 77.16, ''
          DOSE, 15.88, ''
          TOTAL_VOLUME, 140, This holds 2 doses: one preparation holds one.
          MINUTES, 80, ''
          PREPARED_STRENGTH, 5, 10 times what was expected: look at the decimal point.
          """)
  void isNamed(Quantity field, BigDecimal typed, String words) {
    assertThat(Slips.words(Slips.behind(ORDER, field, typed))).isEqualTo(words);
  }

  @Verifies("H03")
  @ParameterizedTest
  @CsvSource({
    "154.3, 70, This looks like pounds where kilograms were meant.",
    "70, 154.3, This looks like kilograms where pounds were meant.",
    "7, 70, 1/10 of what was expected: look at the decimal point.",
    "80, 70, ''"
  })
  void aWeightFarFromTheLast(BigDecimal typed, BigDecimal last, String words) {
    assertThat(Slips.words(Slips.behindWeight(new BodyWeight(typed), new BodyWeight(last))))
        .isEqualTo(words);
  }

  /// 0.1 to 0.5 mg/kg at 70 kg is 7 to 35 mg.
  @Verifies("H05")
  @ParameterizedTest
  @CsvSource({
    "0.6, ''",
    "5, 10 times what was expected: look at the decimal point.",
    "50, 100 times what was expected: look at the decimal point.",
    "6, ''",
    "20, 100 times what was expected: look at the decimal point. This number is the dose in mg: it stands in the wrong field."
  })
  void aDoseAboveTheProtocol(BigDecimal typed, String words) {
    assertThat(
            Slips.words(
                Slips.aboveProtocol(
                    typed,
                    new BigDecimal("0.1"),
                    new BigDecimal("0.5"),
                    BodyWeight.ofKilograms("70"))))
        .isEqualTo(words);
  }

  /// Of 1 mg/mL, mg/h and mL/h are one number, and right in both fields.
  @Verifies("H10")
  @Test
  void theRightNumberIsNoSlipThoughItStandsInAnotherFieldToo() {
    var order = new Written().order("PLN-PRO-01");

    assertThat(Slips.behind(order, Quantity.RATE, new BigDecimal("31.5"))).isEmpty();
    assertThat(Slips.behind(order, Quantity.DOSE_RATE, new BigDecimal("31.5"))).isEmpty();
  }

  /// A tenth of the lowest dose is below the protocol, not above it.
  @Verifies("H05")
  @Test
  void whatLiesBelowTheProtocolIsNoSlipAboveIt() {
    assertThat(
            Slips.aboveProtocol(
                new BigDecimal("0.03"),
                new BigDecimal("0.1"),
                new BigDecimal("0.5"),
                BodyWeight.ofKilograms("70")))
        .isEmpty();
  }

  @Test
  void nothingIsReadIntoNoNumber() {
    assertThat(Slips.behind(ORDER, Quantity.DOSE, BigDecimal.ZERO)).isEmpty();
  }

  private static DoseOrder order() {
    var moiety = Moiety.RACEMIC_KETAMINE;
    var weight = BodyWeight.ofKilograms("70");
    var dose = Dose.ofMilligrams("35", moiety);
    var prepared = SolutionStrength.ofMilligramsPerMillilitre("0.5");
    var rate = PumpRate.ofMillilitresPerHour("105");
    return new DoseOrder(
        "PLN-PRO-02",
        moiety,
        new DosingWeight(weight, Instant.EPOCH, "70 kg"),
        dose.per(weight),
        dose,
        new BigDecimal("40"),
        SolutionStrength.ofMilligramsPerMillilitre("10"),
        Volume.ofMillilitres("3.5"),
        Volume.ofMillilitres("66.5"),
        prepared,
        rate.delivering(prepared, moiety),
        rate,
        WeightBasis.ACTUAL,
        weight,
        Optional.of(new Vials(Volume.ofMillilitres("20"), 1)));
  }
}

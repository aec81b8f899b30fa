package org.nepenthe.care.planning.order;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nepenthe.evidence.Verifies;
import org.nepenthe.quantity.Moiety;

/// Each number of an order changed alone, and what has to be said then. Numbers may differ by one
/// part in 10^9, which is what divisions leave; the rows that begin with that part stand on it.
class DoseIntegrityTest {
  private static final String TOO_MUCH = "The dose in mg is more than mg/kg times the weight.";
  private static final String DRAWN = "The volume drawn up does not hold the dose.";
  private static final String MIXED = "Everything in the syringe or bag does not hold the dose.";
  private static final String RATE = "The pump rate does not deliver the dose rate.";
  private static final String TOO_FAST =
      "At the pump rate more is given in the time than the order holds.";
  private static final String WEIGHT = "The weight the dose is computed from is not the patient's.";
  private static final String VIALS = "The number of vials does not hold what is drawn up.";
  private static final String DRUGS = "The order names two drugs.";

  /// One number changed: 21 mL of 1 mg/mL hold 21 mg and last 40 min at 31.5 mL/h.
  @Verifies("H06")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # number  | changed to     | what is said
          mg        | 21             | ''
          # 21 x (1 + 10^-9) is the last number that is still the same
          mg        | 21.000000021   | ''
          mg        | 21.000000022   | TOO_MUCH, DRAWN, MIXED
          mg        | 20.99999998    | ''
          mg        | 20.999999978   | DRAWN, MIXED
          mg        | 210            | TOO_MUCH, DRAWN, MIXED
          mg        | 2.1            | DRAWN, MIXED
          mg/kg     | 0.31           | ''
          mg/kg     | 0.29           | TOO_MUCH
          vial      | 100            | DRAWN
          vial      | 1              | DRAWN
          drawn     | 2.2            | DRAWN, MIXED, ''
          diluent   | 19             | MIXED
          diluent   | 18.8           | MIXED, TOO_FAST
          prepared  | 2              | MIXED, RATE
          mg/h      | 31.5000000315  | ''
          mg/h      | 31.5000000316  | RATE
          mg/h      | 315            | RATE
          mg/h      | 3.15           | RATE
          mL/h      | 31.4           | RATE
          mL/h      | 31.6           | RATE, TOO_FAST
          minutes   | 39             | ''
          minutes   | 41             | TOO_FAST
          # 21 mL last 40 min; 40 min and 40 x 10^-9 min are still the same
          minutes   | 40.00000004    | ''
          minutes   | 40.00000005    | TOO_FAST
          dosed-on  | 60             | TOO_MUCH, WEIGHT
          dosed-on  | 80             | WEIGHT
          vials     | 2              | VIALS
          content   | 2              | VIALS
          content   | 2.1            | ''
          """)
  void aNumberChangedAloneIsFound(String name, String number, String said) {
    var order = new Written().but(name, number).order("PLN-PRO-01");

    assertThat(DoseIntegrity.disagreements(order))
        .containsExactlyInAnyOrder(
            java.util.Arrays.stream(said.split(", "))
                .filter(each -> !each.isBlank() && !each.equals("''"))
                .map(DoseIntegrityTest::words)
                .toArray(String[]::new));
  }

  /// 50 mg/h x (1 - 10^-9) are the last that still pass for 50 mg/h.
  @Verifies("H06")
  @ParameterizedTest
  @CsvSource({"49.99999995, true", "49.99999994, false"})
  void aRateALittleBelowIsTheSameUpToOnePartInABillion(String pump, boolean same) {
    var order =
        new Written().but("minutes", "10").but("mL/h", pump).but("mg/h", "50").order("PLN-PRO-01");

    assertThat(DoseIntegrity.disagreements(order).isEmpty()).isEqualTo(same);
  }

  /// What stands on the label counts for a whole vial: three vials of 1 mL hold 2.1 mL.
  @Verifies("H08")
  @ParameterizedTest
  @CsvSource({"1, 3, true", "1, 2, false", "1, 4, false", "2.09, 2, true", "2.1, 1, true"})
  void theVialsHoldWhatIsDrawnUp(String content, String vials, boolean hold) {
    var order = new Written().but("content", content).but("vials", vials).order("PLN-PRO-01");

    assertThat(DoseIntegrity.disagreements(order).isEmpty()).isEqualTo(hold);
  }

  /// By the ideal or the adjusted weight, that weight is not the patient's own.
  @Verifies("H09")
  @ParameterizedTest
  @CsvSource({"ACTUAL, 1", "IDEAL, 0", "ADJUSTED, 0"})
  void onlyByActualWeightTheDoseIsComputedFromThePatientsOwn(WeightBasis basis, int faults) {
    // 60 kg x 0.35 mg/kg is 21 mg as well
    var order =
        new Written().but("dosed-on", "60").but("mg/kg", "0.35").by(basis).order("PLN-PRO-01");

    assertThat(DoseIntegrity.disagreements(order)).hasSize(faults);
  }

  @Verifies("H56")
  @Test
  void anOrderIsOfOneDrug() {
    assertThat(
            DoseIntegrity.disagreements(new Written().all(Moiety.ESKETAMINE).order("PLN-PRO-01")))
        .isEmpty();
    assertThat(
            DoseIntegrity.disagreements(
                new Written().doseOf(Moiety.ESKETAMINE).order("PLN-PRO-01")))
        .containsExactly(DRUGS);
    assertThat(
            DoseIntegrity.disagreements(
                new Written().rateOf(Moiety.ESKETAMINE).order("PLN-PRO-01")))
        .containsExactly(DRUGS);
  }

  private static String words(String name) {
    return switch (name) {
      case "TOO_MUCH" -> TOO_MUCH;
      case "DRAWN" -> DRAWN;
      case "MIXED" -> MIXED;
      case "RATE" -> RATE;
      case "TOO_FAST" -> TOO_FAST;
      case "WEIGHT" -> WEIGHT;
      case "VIALS" -> VIALS;
      default -> throw new IllegalArgumentException(name);
    };
  }
}

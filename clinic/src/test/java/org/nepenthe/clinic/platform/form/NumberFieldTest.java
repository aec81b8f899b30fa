package org.nepenthe.clinic.platform.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nepenthe.evidence.Verifies;

class NumberFieldTest {
  private static final NumberField DOSE =
      NumberField.of("dose", "mg/kg").above("0").atMost(new BigDecimal("2"));

  private final Locale machine = Locale.getDefault();

  /// A machine whose own numbers have a decimal comma must read the same.
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
      textBlock =
          """
          0.5,   0.5
          0.50,  0.50
          1,     1
          1.0,   1.0
          2,     2
          0.001, 0.001
          ' 1 ', 1
          """)
  void accepts(String typed, BigDecimal value) {
    assertThat(DOSE.read(typed)).isEqualTo(Entry.accepted(value));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''      | Enter the dose.
          '   '   | Enter the dose.
          .5      | Write 0.5: a zero stands before the point.
          .05     | Write 0.05: a zero stands before the point.
          5.      | Write a digit after the point, or no point.
          1,0     | Use a point for decimals, and no comma.
          1,000   | Use a point for decimals, and no comma.
          0,5     | Use a point for decimals, and no comma.
          -1      | The dose cannot be negative.
          −1      | The dose cannot be negative.
          05      | Did you mean 5 or 0.5? A whole number never starts with 0.
          005     | Did you mean 5 or 0.05? A whole number never starts with 0.
          00.5    | Did you mean 0.5? A whole number never starts with 0.
          00      | Did you mean 0? A whole number never starts with 0.
          1e3     | Write the dose in digits, such as 12 or 0.5.
          +1      | Write the dose in digits, such as 12 or 0.5.
          1 000   | Write the dose in digits, such as 12 or 0.5.
          1.2.3   | Write the dose in digits, such as 12 or 0.5.
          one     | Write the dose in digits, such as 12 or 0.5.
          0x10    | Write the dose in digits, such as 12 or 0.5.
          ١       | Write the dose in digits, such as 12 or 0.5.
          NaN     | Write the dose in digits, such as 12 or 0.5.
          12345678    | That is too great to be a dose. Check the digits.
          0.0001  | Write at most 3 digits after the point.
          """)
  @Verifies("H05")
  void refuses(String typed, String message) {
    assertThat(DOSE.read(typed)).isEqualTo(Entry.refused(message));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # below, at and above the limits of "above 0, at most 2"
          0       | The dose must be above 0 mg/kg.
          0.000   | The dose must be above 0 mg/kg.
          2.001   | The dose must be at most 2 mg/kg.
          5       | The dose must be at most 2 mg/kg.
          20      | The dose must be at most 2 mg/kg.
          """)
  @Verifies("H05")
  void staysWithinItsLimits(String typed, String message) {
    assertThat(DOSE.read(typed)).isEqualTo(Entry.refused(message.replace(" mg/kg", "\u00a0mg/kg")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "0.0"})
  void zeroIsANumberWhereNothingSpeaksAgainstIt(String typed) {
    assertThat(NumberField.of("pain", "").whole().withDecimals(1).read(typed))
        .isInstanceOf(Entry.Accepted.class);
  }

  @Test
  void wholeNumbersTakeNoPoint() {
    var score = NumberField.of("score", "").whole().atMost(BigDecimal.TEN);
    assertThat(score.read("10")).isEqualTo(Entry.accepted(BigDecimal.TEN));
    assertThat(score.read("7.5")).isEqualTo(Entry.refused("Write a whole number."));
    assertThat(score.read("11")).isEqualTo(Entry.refused("The score must be at most 10."));
  }

  @Test
  void anInclusiveLowerLimitTakesItsOwnValue() {
    var weight = NumberField.of("body weight", "kg").atLeast(new BigDecimal("30")).withDecimals(1);
    assertThat(weight.read("30")).isEqualTo(Entry.accepted(new BigDecimal("30")));
    assertThat(weight.read("29.9"))
        .isEqualTo(Entry.refused("The body weight must be at least 30\u00a0kg."));
    assertThat(weight.read("70.25"))
        .isEqualTo(Entry.refused("Write at most 1 digit after the point."));
  }

  /// Case 1 of the hazard log: 95 mg meant, 950 mg given. A slip of the point either way leaves the
  /// limits or is refused for its spelling; it never passes as the number that was meant.
  @ParameterizedTest
  @ValueSource(strings = {"0.3", "0.25", "0.5", "1.5"})
  @Verifies("H05")
  void aTenfoldSlipNeverReadsAsTheNumberThatWasMeant(String meant) {
    var tenfold = new BigDecimal(meant).movePointRight(1).toPlainString();
    assertThat(DOSE.read(tenfold)).isInstanceOf(Entry.Refused.class);
    assertThat(DOSE.read(meant.replace('.', ','))).isInstanceOf(Entry.Refused.class);
    assertThat(DOSE.read(meant.replace("0.", "."))).isNotEqualTo(DOSE.read(tenfold));
  }
}

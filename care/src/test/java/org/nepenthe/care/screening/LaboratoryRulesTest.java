package org.nepenthe.care.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nepenthe.care.screening.Case.NOW;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nepenthe.care.chart.Condition;
import org.nepenthe.care.chart.Identity.Sex;
import org.nepenthe.care.screening.Eligibility.NotEligible;
import org.nepenthe.care.screening.Eligibility.Undetermined;
import org.nepenthe.care.screening.interview.Answer;
import org.nepenthe.evidence.Verifies;

/// Laboratory values against the laboratory's own limit, and facts that exclude each other. Three
/// times the upper limit is what Noppers 2011 describes: 3 x 40 = 120, 3 x 35 = 105.
class LaboratoryRulesTest {
  private static final Duration HOUR = Duration.ofHours(1);

  /// Risk and raised are the answers to ASK-LIVER-RISK and ASK-LIVER-RAISED, an hour ago; 90 days
  /// are 2160 hours. AST is always fresh and well where ALT is given at all.
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # rule,     ALT, limit, hours old, risk,      raised,    expected
          SCR-LIV-03, 119, 40,    24,        ABSENT,    ABSENT,    NotMet
          SCR-LIV-03, 120, 40,    24,        ABSENT,    ABSENT,    Met
          SCR-LIV-03, 121, 40,    24,        ABSENT,    ABSENT,    Met
          SCR-LIV-03, 104, 35,    24,        PRESENT,   ABSENT,    NotMet
          SCR-LIV-03, 105, 35,    24,        PRESENT,   ABSENT,    Met
          SCR-LIV-03, 120, 40,    2160,      ABSENT,    ABSENT,    Met
          SCR-LIV-03, 120, 40,    2161,      ABSENT,    ABSENT,    Unknown
          SCR-LIV-03, 30,  40,    2161,      ABSENT,    ABSENT,    NotMet
          SCR-LIV-03, 30,  40,    2161,      PRESENT,   ABSENT,    Unknown
          SCR-LIV-03, 30,  40,    -1,        ABSENT,    ABSENT,    Unknown
          SCR-LIV-03, 30,  -,     24,        ABSENT,    ABSENT,    NotMet
          SCR-LIV-03, 30,  -,     24,        ABSENT,    PRESENT,   Met
          SCR-LIV-03, 30,  -,     24,        ABSENT,    NOT_KNOWN, Unknown
          SCR-LIV-03, 30,  -,     0,         ABSENT,    ABSENT,    Unknown
          SCR-LIV-03, 30,  0,     24,        ABSENT,    NOT_KNOWN, Unknown
          SCR-LIV-03, -,   -,     0,         ABSENT,    ABSENT,    NotMet
          SCR-LIV-03, -,   -,     0,         PRESENT,   ABSENT,    Unknown
          SCR-LIV-03, -,   -,     0,         NOT_KNOWN, ABSENT,    Unknown
          """)
  @Verifies({"H28", "H29"})
  void enzymesAgainstTheLaboratorysLimit(
      String rule,
      String alt,
      String limit,
      long hours,
      Answer risk,
      Answer raised,
      String expected) {
    var patient =
        Case.healthy()
            .answered("ASK-LIVER-RISK", risk, NOW.minus(HOUR))
            .answered("ASK-LIVER-RAISED", raised, NOW.minus(HOUR));
    if (!alt.equals("-")) {
      patient
          .laboratory("1742-6", alt, limit, NOW.minus(Duration.ofHours(hours)))
          .laboratory("1920-8", "30", "40", NOW.minus(Duration.ofHours(24)));
    }
    check(patient, rule, expected);
  }

  @Test
  void howManyTimesTheLimitIsSaid() {
    var patient = Case.healthy().laboratory("1742-6", "160", "40", NOW.minus(Duration.ofDays(2)));
    assertThat(patient.verdict("SCR-LIV-03").observed())
        .contains("ALT 4 × upper limit of normal (160 U/L, the laboratory's limit is 40)")
        .contains("08-May-2026");
    assertThat(patient.screened().outcome()).isInstanceOf(NotEligible.class);
  }

  @Test
  @Verifies("H33")
  void aNewResultSaysWhyTheVerdictIsAnotherOne() {
    var before = Case.healthy().screened();
    var now =
        Case.healthy().laboratory("1742-6", "160", "40", NOW.minus(Duration.ofDays(1))).screened();
    var difference = Difference.between(before, now, java.util.List.of()).orElseThrow();
    assertThat(difference.closesTheWay()).isTrue();
    assertThat(difference.sentence(ZoneOffset.UTC))
        .startsWith("Was eligible on 10-May-2026; now not eligible, because Liver enzymes")
        .contains("ALT 4 × upper limit of normal");
    assertThat(Difference.between(before, before, java.util.List.of())).isEmpty();
  }

  /// Five per cent of 100 kg are 5 kg; two weights on one day of the clinic, two days apart, and
  /// two at one moment.
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # rule,     first kg, second kg, hours between, expected
          SCR-CON-01, 100,      95,        1,             NotMet
          SCR-CON-01, 100,      95.1,      1,             NotMet
          SCR-CON-01, 100,      94.9,      1,             Unknown
          SCR-CON-01, 94.9,     100,       1,             Unknown
          SCR-CON-01, 100,      70,        24,            NotMet
          SCR-CON-01, 100,      99,        0,             Unknown
          SCR-CON-01, 100,      100,       0,             NotMet
          """)
  @Verifies({"H03", "H28"})
  void twoWeights(String rule, String first, String second, long hours, String expected) {
    var at = NOW.minus(Duration.ofHours(2));
    var patient =
        Case.healthy()
            .measured("29463-7", first, "kg", at)
            .measured("29463-7", second, "kg", at.minus(Duration.ofHours(hours)));
    check(patient, rule, expected);
    if (expected.equals("Unknown")) {
      assertThat(patient.screened().outcome()).isInstanceOf(Undetermined.class);
      assertThat(patient.verdict(rule).observed()).contains("contradiction").contains("kg");
    }
  }

  @Test
  @Verifies({"H28", "H30"})
  void aManWhoIsPregnantIsAContradictionWhateverWasAnswered() {
    var patient =
        Case.healthy()
            .sex(Sex.MALE)
            .condition("http://snomed.info/sct", "72892002", Condition.Status.ACTIVE);
    check(patient, "SCR-CON-01", "Unknown");
    assertThat(patient.screened().outcome()).isInstanceOf(Undetermined.class);
  }

  @Test
  void aBirthInTheFutureAndADeathAreContradictions() {
    check(Case.healthy().born(LocalDate.of(2026, 5, 11)), "SCR-CON-01", "Unknown");
    check(Case.healthy().died(NOW.minus(Duration.ofDays(3))), "SCR-CON-01", "Unknown");
  }

  @Test
  @Verifies("H31")
  void aConditionNobodyMappedThatCameAfterTheAnswerIsUnknown() {
    var patient =
        Case.healthy()
            .condition("http://snomed.info/sct", "999000999", Condition.Status.ACTIVE)
            .answered("ASK-PSYCHOSIS", Answer.ABSENT, NOW.minus(Duration.ofDays(29)))
            .condition("http://snomed.info/sct", "72892002", Condition.Status.INACTIVE);
    check(patient, "SCR-PSY-01", "NotMet");
    var later =
        Case.healthy()
            .answered("ASK-ICP", Answer.ABSENT, NOW.minus(Duration.ofDays(60)))
            .condition("http://snomed.info/sct", "999000999", Condition.Status.ACTIVE);
    check(later, "SCR-ICP-01", "Unknown");
    assertThat(later.verdict("SCR-ICP-01").observed()).contains("nobody mapped");
  }

  @Test
  void whatWouldSettleItIsAListOfDeeds() {
    var patient =
        Case.healthy()
            .pressure("-", "-", NOW)
            .unanswered("ASK-IOP")
            .answered("ASK-LIVER-RISK", Answer.PRESENT, NOW.minus(HOUR));
    var open = Case.SCREENING.open(patient.facts(), NOW);
    assertThat(open.stream().map(one -> one.settling().words()))
        .contains(
            "Measure and record: systolic pressure, diastolic pressure",
            "Order: ALT, AST",
            "Answer in the interview: Is the pressure inside the eye raised?");
    var pressure =
        open.stream().filter(one -> one.settling().words().startsWith("Measure")).findFirst();
    assertThat(pressure.orElseThrow().rules()).hasSize(3);
  }

  private static void check(Case patient, String rule, String expected) {
    var verdict = patient.verdict(rule);
    assertThat(verdict.getClass().getSimpleName())
        .as(rule + ": " + verdict.observed())
        .isEqualTo(expected);
  }
}

package org.nepenthe.care.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nepenthe.care.screening.Case.NOW;

import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nepenthe.care.chart.Condition;
import org.nepenthe.care.decision.Verdict;
import org.nepenthe.care.referral.PainDiagnosis;
import org.nepenthe.care.screening.Eligibility.Eligible;
import org.nepenthe.care.screening.Eligibility.NotEligible;
import org.nepenthe.care.screening.interview.Answer;
import org.nepenthe.evidence.Verifies;

/// Rules that compare a number, and rules on tests and on the indication: below, at, above,
/// missing, stale, from the future. The limits are those of the labels, the trial and the guideline
/// that the knowledge cites.
class MeasuredRulesTest {
  private static final String SNOMED = "http://snomed.info/sct";

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # rule,    systolic, diastolic, minutes old (30 days are 43200), expected
          SCR-BP-01, 140, 90,     60, NotMet
          SCR-BP-01, 141, 90,     60, Met
          SCR-BP-01, 140, 91,     60, Met
          SCR-BP-01, 139, 89,     60, NotMet
          SCR-BP-01, 141, 90,  43200, Met
          SCR-BP-01, 141, 90,  43201, Unknown
          SCR-BP-01, 120, 75,  43201, Unknown
          SCR-BP-01, 120, 75,     -2, Unknown
          SCR-BP-01, 120, 75,     -1, NotMet
          SCR-BP-01,   -, 75,     60, Unknown
          SCR-BP-01, 120,  -,     60, Unknown
          SCR-BP-01, 141,  -,     60, Met
          SCR-BP-01,   -, 91,     60, Met
          SCR-BP-01,   -,  -,     60, Unknown
          SCR-BP-02, 160, 100,    60, NotMet
          SCR-BP-02, 161, 100,    60, Met
          SCR-BP-02, 160, 101,    60, Met
          SCR-BP-02, 161, 100, 43201, Unknown
          SCR-BP-02, 120, 75,     -2, Unknown
          SCR-BP-02,   -,  -,     60, Unknown
          SCR-BP-03, 180, 100,    60, NotMet
          SCR-BP-03, 181, 100,    60, Met
          SCR-BP-03, 180, 101,    60, Met
          SCR-BP-03, 181, 100, 43201, Unknown
          SCR-BP-03, 120, 75,     -2, Unknown
          SCR-BP-03,   -,  -,     60, Unknown
          """)
  @Verifies({"H28", "H29"})
  void bloodPressure(
      String rule, String systolic, String diastolic, long minutesOld, String expected) {
    var at = NOW.minus(Duration.ofMinutes(minutesOld));
    check(Case.healthy().pressure(systolic, diastolic, at), rule, expected);
  }

  @Test
  @Verifies("H29")
  void theNewestReadingCountsAndItsDayIsShown() {
    var patient =
        Case.healthy()
            .pressure("120", "75", NOW.minus(Duration.ofDays(1)))
            .measured("8480-6", "190", "mm[Hg]", NOW.minus(Duration.ofDays(2)));
    assertThat(patient.verdict("SCR-BP-03").observed())
        .contains("systolic pressure 120 mmHg on 09-May-2026");
  }

  @Test
  void aReadingInAnotherUnitIsNotCompared() {
    var patient =
        Case.healthy()
            .pressure("-", "75", NOW.minus(Duration.ofDays(1)))
            .measured("8480-6", "16", "kPa", NOW.minus(Duration.ofDays(1)));
    check(patient, "SCR-BP-01", "Unknown");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # rule,     born,       expected on 10 May 2026
          SCR-AGE-01, 1951-05-10, NotMet
          SCR-AGE-01, 1950-05-11, NotMet
          SCR-AGE-01, 1950-05-10, Met
          SCR-AGE-01, 1950-05-09, Met
          SCR-AGE-01, 2026-05-11, Unknown
          SCR-AGE-02, 2008-05-11, Met
          SCR-AGE-02, 2008-05-10, NotMet
          SCR-AGE-02, 2008-05-09, NotMet
          SCR-AGE-02, 2026-05-11, Unknown
          """)
  void age(String rule, LocalDate born, String expected) {
    check(Case.healthy().born(born), rule, expected);
  }

  @ParameterizedTest
  @CsvSource({"SCR-IND-02, 2, Met", "SCR-IND-02, 3, NotMet", "SCR-IND-02, 4, NotMet"})
  void durationOfPain(String rule, int months, String expected) {
    check(Case.healthy().referred(PainDiagnosis.FIBROMYALGIA, months), rule, expected);
  }

  /// The guideline of 2018, question 1: CRPS B, spinal cord injury C, everything else D.
  @ParameterizedTest
  @CsvSource({
    "SCR-IND-01, COMPLEX_REGIONAL_PAIN_SYNDROME, grade B, NotMet",
    "SCR-IND-01, SPINAL_CORD_INJURY_PAIN, grade C, Met",
    "SCR-IND-01, MIXED_NEUROPATHIC_PAIN, grade D, Met",
    "SCR-IND-01, PHANTOM_LIMB_PAIN, grade D, Met",
    "SCR-IND-01, POSTHERPETIC_NEURALGIA, grade D, Met",
    "SCR-IND-01, FIBROMYALGIA, grade D, Met",
    "SCR-IND-01, CANCER_PAIN, grade D, Met",
    "SCR-IND-01, ISCHAEMIC_PAIN, grade D, Met",
    "SCR-IND-01, MIGRAINE_OR_HEADACHE, grade D, Met",
    "SCR-IND-01, LOW_BACK_OR_SPINAL_PAIN, grade D, Met",
    "SCR-IND-01, OTHER_CHRONIC_PAIN, no grade, Met",
  })
  void gradeOfTheIndication(String rule, PainDiagnosis diagnosis, String grade, String expected) {
    var patient = Case.healthy().referred(diagnosis, 24);
    check(patient, rule, expected);
    assertThat(patient.verdict(rule).observed()).contains(grade);
  }

  @ParameterizedTest
  @CsvSource({"SCR-IND-01", "SCR-IND-02"})
  @Verifies("H28")
  void withoutAReferralNothingIsKnownOfThePain(String rule) {
    check(Case.healthy().notReferred(), rule, "Unknown");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # rule,     risk code,  done by question,   answer,    hours ago, expected
          SCR-TST-01, 59621000,   ASK-ECG,            PRESENT,   1,         NotMet
          SCR-TST-01, 59621000,   ASK-ECG,            PRESENT,   2160,      NotMet
          SCR-TST-01, 59621000,   ASK-ECG,            PRESENT,   2161,      Met
          SCR-TST-01, 59621000,   ASK-ECG,            PRESENT,   -1,        Met
          SCR-TST-01, 59621000,   ASK-ECG,            ABSENT,    1,         Met
          SCR-TST-01, 59621000,   ASK-ECG,            NOT_KNOWN, 1,         Met
          """)
  void anElectrocardiogramIsDueUntilOneWasRead(
      String rule, String risk, String question, Answer answer, long hoursAgo, String expected) {
    var patient =
        Case.healthy()
            .condition(SNOMED, risk, Condition.Status.ACTIVE)
            .unanswered("ASK-CVD-RISK")
            .answered(question, answer, NOW.minus(Duration.ofHours(hoursAgo)));
    check(patient, rule, expected);
    assertThat(patient.screened().outcome()).isInstanceOf(Eligible.class);
    assertThat(patient.screened().outcome().testsDue()).hasSize(expected.equals("Met") ? 1 : 0);
  }

  /// 90 days are 2160 hours. All three enzymes are needed; one alone does not do for the others.
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # ALT, AST, ALP hours ago (- is never), expected
          24,   24,   24,   NotMet
          2160, 24,   24,   NotMet
          2161, 24,   24,   Met
          24,   24,   -,    Met
          -,    -,    -,    Met
          24,   -2,   24,   Met
          """)
  void liverTestsAreDueUntilAllAreFresh(String alt, String ast, String alp, String expected) {
    var patient =
        Case.healthy().answered("ASK-LIVER-RISK", Answer.PRESENT, NOW.minus(Duration.ofHours(1)));
    enzyme(patient, "1742-6", alt);
    enzyme(patient, "1920-8", ast);
    enzyme(patient, "6768-6", alp);
    check(patient, "SCR-TST-02", expected);
  }

  private static void enzyme(Case patient, String loinc, String hoursAgo) {
    if (!hoursAgo.equals("-")) {
      patient.measured(loinc, "30", "U/L", NOW.minus(Duration.ofHours(Long.parseLong(hoursAgo))));
    }
  }

  @ParameterizedTest
  @CsvSource({"1, NotMet", "168, NotMet", "169, Met", "-1, Met"})
  @Verifies("H30")
  void aPregnancyTestIsDueWherePregnancyIsPossible(long hoursAgo, String expected) {
    var patient =
        Case.healthy()
            .answered("ASK-PREGNANCY-POSSIBLE", Answer.PRESENT, NOW.minus(Duration.ofHours(1)))
            .answered("ASK-PREGNANCY-TEST", Answer.PRESENT, NOW.minus(Duration.ofHours(hoursAgo)));
    check(patient, "SCR-TST-03", expected);
  }

  @Test
  void pressureAboveTheLabelsLevelIsARelativeContraindication() {
    var outcome =
        Case.healthy().pressure("185", "80", NOW.minus(Duration.ofHours(1))).screened().outcome();
    assertThat(outcome).isInstanceOf(NotEligible.class);
    assertThat(((NotEligible) outcome).contraindications())
        .singleElement()
        .extracting(Eligibility.Contraindication::degree)
        .isEqualTo(Eligibility.Degree.RELATIVE);
  }

  private static void check(Case patient, String rule, String expected) {
    Verdict verdict = patient.verdict(rule);
    assertThat(verdict.getClass().getSimpleName())
        .as(rule + ": " + verdict.observed())
        .isEqualTo(expected);
  }
}

package org.nepenthe.care.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nepenthe.care.screening.Case.NOW;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nepenthe.care.chart.Condition;
import org.nepenthe.care.chart.Dosing;
import org.nepenthe.care.chart.Medication;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.Role;
import org.nepenthe.care.decision.Verdict;
import org.nepenthe.care.screening.Eligibility.Undetermined;
import org.nepenthe.care.screening.interview.Answer;
import org.nepenthe.care.screening.load.OpioidLoad;
import org.nepenthe.evidence.Verifies;

/// Morphine equivalents worked out by hand from the factors of CDC 2022: oxycodone 1.5, tramadol
/// 0.2, a fentanyl patch 2.4 for each mcg/h, hydromorphone 5. And sedating medicines together.
class LoadRulesTest {
  private static final Duration MONTH = Duration.ofDays(30);
  private static final String OXYCODONE_10_MG = "1049504";
  private static final String TRAMADOL_50_MG = "835603";
  private static final String FENTANYL_25_PATCH = "245134";

  /// 10 mg x 2 x 1.5 = 30; 10 x 3.3 x 1.5 = 49.5; 50 mg x 4 x 0.2 = 40; 50 x 5 x 0.2 = 50;
  /// one patch of 25 mcg/h x 2.4 = 60.
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # rule,     product, amount, unit, times a day, list complete, MME, expected
          SCR-MME-01, 1049504, 1,      1,    2,           ABSENT,    30,   NotMet
          SCR-MME-01, 1049504, 1,      1,    3.3,         ABSENT,    49.5, NotMet
          SCR-MME-01, 835603,  1,      1,    5,           ABSENT,    50,   Met
          SCR-MME-01, 835603,  1,      1,    4,           ABSENT,    40,   NotMet
          SCR-MME-01, 835603,  1,      1,    4,           PRESENT,   40,   Unknown
          SCR-MME-01, 835603,  1,      1,    4,           NOT_KNOWN, 40,   Unknown
          SCR-MME-01, 245134,  1,      1,    -,           ABSENT,    60,   Met
          SCR-MME-01, 7804,    20,     mg,   2,           ABSENT,    60,   Met
          SCR-MME-01, 7804,    20,     mg,   -,           ABSENT,    0,    Unknown
          SCR-MME-01, 7804,    1,      1,    2,           ABSENT,    0,    Unknown
          SCR-MME-01, 7804,    25,     ug/h, 2,           ABSENT,    0,    Unknown
          SCR-MME-01, 4337,    25,     ug/h, -,           ABSENT,    60,   Met
          """)
  void morphineEquivalents(
      String rule,
      String product,
      String amount,
      String unit,
      String times,
      Answer complete,
      String equivalents,
      String expected) {
    var dosing =
        new Dosing(
            new BigDecimal(amount),
            unit,
            times.equals("-") ? Optional.empty() : Optional.of(new BigDecimal(times)),
            false);
    var patient =
        Case.healthy()
            .opioid(product, Medication.Status.ACTIVE, Optional.of(dosing))
            .answered("ASK-OPIOIDS", complete, NOW.minusSeconds(60));
    assertThat(load(patient).total()).isEqualByComparingTo(equivalents);
    check(patient, rule, expected);
  }

  @Test
  void eachLineShowsItsArithmetic() {
    var twice = new Dosing(new BigDecimal("2"), "1", Optional.of(new BigDecimal("2")), true);
    var patient =
        Case.healthy().opioid(OXYCODONE_10_MG, Medication.Status.ACTIVE, Optional.of(twice));
    var line = (OpioidLoad.Counted) load(patient).lines().getFirst();
    assertThat(line.arithmetic())
        .isEqualTo(
            "2 × 10 mg × 2 a day = 40 mg a day × 1.5 = 60 MME a day, taken as needed: counted as"
                + " if always");
    assertThat(line.cautions()).isNotEmpty();
    assertThat(line.evidence()).isNotEmpty();
  }

  @Test
  @Verifies({"H28", "H31"})
  void aDoseInWordsIsNeverReadOutOfThem() {
    var patient = Case.healthy().opioid(TRAMADOL_50_MG, Medication.Status.ACTIVE, Optional.empty());
    check(patient, "SCR-MME-01", "Unknown");
    assertThat(load(patient).notComputed()).hasSize(1);
    assertThat(load(patient).words()).isEqualTo("at least 0 MME a day");
    assertThat(patient.screened().outcome()).isInstanceOf(Undetermined.class);
  }

  /// 200 mg of tramadol are 40 MME; what the front desk writes does not count, and what is older
  /// than thirty days neither.
  @ParameterizedTest
  @CsvSource({
    "NURSE, 200, 1, NotMet",
    "NURSE, 250, 1, Met",
    "NURSE, 200, 720, NotMet",
    "NURSE, 200, 721, Unknown",
    "NURSE, 200, -1, Unknown",
    "FRONT_DESK, 200, 1, Unknown"
  })
  void aStatedDoseIsCounted(Role role, String milligrams, long hoursAgo, String expected) {
    var patient =
        Case.healthy()
            .opioid(TRAMADOL_50_MG, Medication.Status.ACTIVE, Optional.empty())
            .dose(
                "MME-TRAMADOL",
                milligrams,
                "mg",
                new Actor("u9", "Somebody", role),
                NOW.minus(Duration.ofHours(hoursAgo)));
    check(patient, "SCR-MME-01", expected);
  }

  @Test
  @Verifies("H31")
  void anOpioidWithoutAFactorIsMindedAndNotCountedAsNothing() {
    var patient = Case.healthy().opioid("1819", Medication.Status.ACTIVE, Optional.empty());
    assertThat(load(patient).withoutFactor()).hasSize(1);
    check(patient, "SCR-MME-01", "Met");
  }

  @Test
  void theSameProductOrderedTwiceIsCountedOnceAndShown() {
    var once = new Dosing(BigDecimal.ONE, "1", Optional.of(BigDecimal.ONE), false);
    var patient =
        Case.healthy()
            .opioid(FENTANYL_25_PATCH, Medication.Status.ACTIVE, Optional.of(once))
            .opioid(FENTANYL_25_PATCH, Medication.Status.ACTIVE, Optional.of(once));
    assertThat(load(patient).total()).isEqualByComparingTo("60");
    assertThat(load(patient).lines())
        .hasSize(2)
        .hasAtLeastOneElementOfType(OpioidLoad.Repeated.class);
  }

  @Test
  @Verifies("H31")
  void anOpioidThatMayNoLongerBeTakenIsNotKnown() {
    var twice = new Dosing(BigDecimal.ONE, "1", Optional.of(new BigDecimal("2")), false);
    check(
        Case.healthy().opioid(OXYCODONE_10_MG, Medication.Status.NOT_KNOWN, Optional.of(twice)),
        "SCR-MME-01",
        "Unknown");
    check(
        Case.healthy().opioid(OXYCODONE_10_MG, Medication.Status.STOPPED, Optional.of(twice)),
        "SCR-MME-01",
        "NotMet");
  }

  /// Lorazepam, gabapentin, tramadol, and alcohol use disorder by their codes.
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # rule,     first,  second, alcohol, answer,    expected
          SCR-SED-01, 197901, -,      no,      PRESENT,   NotMet
          SCR-SED-01, 197901, 310431, no,      PRESENT,   Met
          SCR-SED-01, 197901, 835603, no,      NOT_KNOWN, Met
          SCR-SED-01, 310431, -,      yes,     PRESENT,   Met
          SCR-SED-01, -,      -,      no,      ABSENT,    NotMet
          SCR-SED-01, 310431, -,      no,      NOT_KNOWN, Unknown
          """)
  @Verifies("H31")
  void sedatingMedicinesTogether(
      String rule, String first, String second, String alcohol, Answer answer, String expected) {
    var patient = Case.healthy().answered("ASK-DEPRESSANTS", answer, NOW.minusSeconds(60));
    for (var drug : new String[] {first, second}) {
      if (!drug.equals("-")) {
        patient.medicine(Case.RXNORM, drug, Medication.Status.ACTIVE, NOW.minus(MONTH));
      }
    }
    if (alcohol.equals("yes")) {
      patient.condition("http://snomed.info/sct", "7200002", Condition.Status.ACTIVE);
    }
    check(patient, rule, expected);
  }

  /// 180 days are 4320 hours.
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # rule,     answer,    hours ago, expected
          SCR-TRI-01, PRESENT,   1,         Met
          SCR-TRI-01, ABSENT,    1,         NotMet
          SCR-TRI-01, NOT_KNOWN, 1,         Unknown
          SCR-TRI-01, ABSENT,    4320,      NotMet
          SCR-TRI-01, ABSENT,    4321,      Unknown
          SCR-TRI-01, ABSENT,    -1,        Unknown
          """)
  void firstLineTherapy(String rule, Answer answer, long hoursAgo, String expected) {
    var patient =
        Case.healthy().answered("ASK-TRIALS", answer, NOW.minus(Duration.ofHours(hoursAgo)));
    check(patient, rule, expected);
    assertThat(patient.verdict(rule).observed())
        .contains("neither the referral nor the chart names one");
  }

  private static OpioidLoad load(Case patient) {
    return Case.SCREENING.opioidLoad(patient.facts(), NOW);
  }

  private static void check(Case patient, String rule, String expected) {
    Verdict verdict = patient.verdict(rule);
    assertThat(verdict.getClass().getSimpleName())
        .as(rule + ": " + verdict.observed())
        .isEqualTo(expected);
  }
}

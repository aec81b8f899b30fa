package org.nepenthe.care.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nepenthe.care.chart.Medication;
import org.nepenthe.care.decision.Verdict;
import org.nepenthe.care.referral.PainDiagnosis;
import org.nepenthe.care.screening.interview.Answer;
import org.nepenthe.care.screening.interview.OpioidDoseStated;
import org.nepenthe.evidence.Verifies;

/// Numbers that make no sense are neither divided by nor believed.
class ScreeningGuardsTest {
  /// A limit of normal of 0 says nothing; of 40 U/L, three times is 120 U/L.
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # ALT U/L, upper limit of normal, said to have been raised
          150, 0, false
          150, -, false
          119, 40, false
          120, 40, true
          """)
  void anOldEnzymeWasRaisedOnlyAgainstALimitThatIsOne(String value, String limit, boolean raised) {
    var old = Case.NOW.minus(Duration.ofDays(100));
    var verdict = Case.healthy().laboratory("1742-6", value, limit, old).verdict("SCR-LIV-03");
    assertThat(verdict.observed().contains("was markedly raised then")).isEqualTo(raised);
  }

  @Test
  void twoWeightsOfNothingAreNoContradictionAndNoFault() {
    var earlier = Case.NOW.minus(Duration.ofHours(5));
    var verdict =
        Case.healthy()
            .measured("29463-7", "0", "kg", earlier)
            .measured("29463-7", "0", "kg", earlier.plusSeconds(60))
            .verdict("SCR-CON-01");
    assertThat(verdict).isInstanceOf(Verdict.NotMet.class);
  }

  /// A dose that somebody states is of nothing or more.
  @Test
  void aStatedDoseIsNeverBelowNothing() {
    assertThat(stated("0").amount()).isZero();
    assertThatThrownBy(() -> stated("-0.1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("negative");
  }

  private static OpioidDoseStated stated(String milligrams) {
    return new OpioidDoseStated(
        "fact-1", "MME-OXYCODONE", new BigDecimal(milligrams), "mg/d", "", Case.NURSE, Case.NOW);
  }

  /// Lorazepam asks for the Opioid Risk Tool and the urine drug test; nothing else on the list
  /// does.
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # rule,     medicine, expected
          SCR-ORT-01, 197901,   Met
          SCR-ORT-01, 310431,   NotMet
          SCR-ORT-01, -,        NotMet
          SCR-UDT-01, 197901,   Met
          SCR-UDT-01, 310431,   NotMet
          """)
  void aMedicineAsksForAnExamination(String rule, String medicine, String expected) {
    var patient = Case.healthy();
    if (!medicine.equals("-")) {
      var before = Case.NOW.minus(Duration.ofDays(30));
      patient.medicine(Case.RXNORM, medicine, Medication.Status.ACTIVE, before);
    }
    assertThat(patient.verdict(rule).getClass().getSimpleName()).isEqualTo(expected);
  }

  /// What was examined counts where nobody asked for it: criteria that are not fulfilled speak
  /// against in every kind of pain. One that is too old, 91 days, is not asked for again there.
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # criteria, done on,    expected, due
          ABSENT,     2026-05-09, Met,      0
          PRESENT,    2026-05-09, NotMet,   0
          ABSENT,     2026-02-08, NotMet,   0
          """)
  void anExaminationNobodyAskedFor(Answer criteria, LocalDate doneOn, String expected, int due) {
    var items = new HashMap<>(Case.BUDAPEST);
    items.put("disproportionate", criteria);
    var patient =
        Case.healthy()
            .referred(PainDiagnosis.FIBROMYALGIA, 24)
            .examined("INS-BUDAPEST", items, doneOn);
    assertThat(patient.verdict("SCR-CRP-01").getClass().getSimpleName()).isEqualTo(expected);
    assertThat(patient.screened().outcome().testsDue())
        .filteredOn(test -> test.rule().value().equals("SCR-CRP-01"))
        .hasSize(due);
  }

  /// A medicine nobody mapped is read by the person who asks. One that was recorded after they
  /// asked was not; at the same moment it was.
  @ParameterizedTest
  @CsvSource({"-1, NotMet", "0, NotMet", "1, Unknown"})
  @Verifies("H31")
  void aMedicineNobodyMappedThatCameSince(int secondsAfterTheAnswer, String expected) {
    var asked = Case.NOW.minus(Duration.ofHours(1));
    var verdict =
        Case.healthy()
            .answered("ASK-DEPRESSANTS", Answer.ABSENT, asked)
            .medicine(
                Case.RXNORM,
                "999999999",
                Medication.Status.ACTIVE,
                asked.plusSeconds(secondsAfterTheAnswer))
            .verdict("SCR-SED-01");
    assertThat(verdict.getClass().getSimpleName()).isEqualTo(expected);
  }
}

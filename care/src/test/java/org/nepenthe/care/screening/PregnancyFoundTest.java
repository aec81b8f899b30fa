package org.nepenthe.care.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nepenthe.care.screening.Case.NOW;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nepenthe.care.chart.Identity.Sex;
import org.nepenthe.care.decision.Input;
import org.nepenthe.care.decision.Verdict;
import org.nepenthe.care.screening.interview.Answer;
import org.nepenthe.evidence.Verifies;

/// A pregnancy that stands on the chart as the answer of an observation (LOINC 82810-3, "pregnancy
/// status") and not among the diagnoses. It counts as long as an answer of the interview does,
/// seven days; older, it may no longer hold and has to be asked.
class PregnancyFoundTest {
  private static final String SNOMED = "http://snomed.info/sct";
  private static final String STATUS = "82810-3";
  private static final String PREGNANT = "77386006";
  private static final String NOT_PREGNANT = "60001007";

  private static Case notAsked() {
    return Case.healthy().unanswered("ASK-PREGNANT");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # system,                code,      seconds ago, verdict
          http://snomed.info/sct,  77386006,  3600,        Met
          http://snomed.info/sct,  169560008, 3600,        Met
          http://loinc.org,        LA15173-0, 3600,        Met
          http://snomed.info/sct,  77386006,  604800,      Met
          http://snomed.info/sct,  77386006,  604801,      Unknown
          http://snomed.info/sct,  77386006,  -60,         Met
          http://snomed.info/sct,  77386006,  -61,         Unknown
          http://snomed.info/sct,  60001007,  3600,        Unknown
          http://snomed.info/sct,  261665006, 3600,        Unknown
          """)
  @Verifies("H28")
  void theAnswerOfAnObservationStatesIt(
      String system, String code, long secondsAgo, String verdict) {
    var found = notAsked().found(STATUS, system, code, NOW.minusSeconds(secondsAgo));
    assertThat(found.verdict("SCR-PRG-01").getClass().getSimpleName()).isEqualTo(verdict);
  }

  /// The chart can say yes and never no: only somebody who was asked says no.
  @Test
  @Verifies("H28")
  void notPregnantOnTheChartIsNoAnswer() {
    var patient = notAsked().found(STATUS, SNOMED, NOT_PREGNANT, NOW.minusSeconds(60));
    assertThat(patient.verdict("SCR-PRG-01")).isInstanceOf(Verdict.Unknown.class);
  }

  @Test
  void aNewerAnswerToTheSameQuestionTakesTheOlderBack() {
    var patient =
        Case.healthy()
            .found(STATUS, SNOMED, PREGNANT, NOW.minus(Duration.ofDays(3)))
            .found(STATUS, SNOMED, NOT_PREGNANT, NOW.minus(Duration.ofDays(1)));
    assertThat(patient.verdict("SCR-PRG-01")).isInstanceOf(Verdict.NotMet.class);
  }

  @Test
  @Verifies("H28")
  void foundAndAttestedAbsentIsAContradiction() {
    var patient =
        Case.healthy()
            .found(STATUS, SNOMED, PREGNANT, NOW.minus(Duration.ofDays(3)))
            .answered("ASK-PREGNANT", Answer.ABSENT, NOW.minus(Duration.ofHours(1)));
    assertThat(patient.verdict("SCR-PRG-01").observed())
        .startsWith("contradiction")
        .contains("question 82810-3: answer 77386006");
    var refuted = Case.healthy().found(STATUS, SNOMED, PREGNANT, NOW.minus(Duration.ofDays(3)));
    refuted.answered(
        "ASK-PREGNANT",
        Answer.ABSENT,
        NOW.minus(Duration.ofHours(1)),
        Case.PHYSICIAN,
        "miscarried",
        List.of(refuted.newestSourceId()));
    assertThat(refuted.verdict("SCR-PRG-01")).isInstanceOf(Verdict.NotMet.class);
  }

  @Test
  @Verifies("H28")
  void ofSomebodyRecordedAsMaleItIsAContradiction() {
    var patient =
        notAsked().sex(Sex.MALE).found(STATUS, SNOMED, PREGNANT, NOW.minus(Duration.ofDays(3)));
    assertThat(patient.verdict("SCR-PRG-01")).isInstanceOf(Verdict.Unknown.class);
  }

  @Test
  void itStandsAmongTheFactsOfTheDecision() {
    var patient = notAsked().found(STATUS, SNOMED, PREGNANT, NOW.minus(Duration.ofDays(3)));
    assertThat(patient.screened().inputs())
        .filteredOn(input -> input.words().equals("question 82810-3: answer 77386006"))
        .singleElement()
        .isInstanceOfSatisfying(
            Input.Dated.class,
            dated ->
                assertThat(dated.readBy())
                    .extracting(rule -> rule.value())
                    .containsExactly("SCR-PRG-01"));
  }
}

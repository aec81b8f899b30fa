package org.nepenthe.care.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nepenthe.care.screening.Case.NOW;
import static org.nepenthe.care.screening.Case.NURSE;
import static org.nepenthe.care.screening.Case.PHYSICIAN;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.nepenthe.care.chart.Condition;
import org.nepenthe.care.chart.Medication;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.Verdict;
import org.nepenthe.care.screening.interview.Answer;
import org.nepenthe.evidence.Verifies;

/// Every rule that an answer settles, in every situation its fact can be in. The table is
/// `screening/attested-rules.csv`.
class AttestedRulesTest {
  static final String TABLE = "/screening/attested-rules.csv";

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = TABLE, useHeadersInDisplayName = true)
  @Verifies({"H28", "H30", "H31"})
  void comesOutAsTheTableStates(
      String rule,
      String question,
      int valid,
      String system,
      String chart,
      String present,
      String absent,
      String notKnown,
      String limit,
      String over,
      String future,
      String none,
      String onChart,
      String against,
      String refuted,
      String byNurse,
      String doubtful,
      String outcome) {
    var validFor = Duration.ofDays(valid);
    var hourAgo = NOW.minus(Duration.ofHours(1));
    check(rule, "present", present, answered(question, Answer.PRESENT, hourAgo));
    check(rule, "absent", absent, answered(question, Answer.ABSENT, hourAgo));
    check(rule, "not known", notKnown, answered(question, Answer.NOT_KNOWN, hourAgo));
    check(rule, "limit", limit, answered(question, Answer.ABSENT, NOW.minus(validFor)));
    check(
        rule, "over", over, answered(question, Answer.ABSENT, NOW.minus(validFor).minusSeconds(1)));
    check(rule, "future", future, answered(question, Answer.ABSENT, NOW.plusSeconds(120)));
    check(rule, "none", none, Case.healthy().unanswered(question));
    var eligibility = answered(question, Answer.PRESENT, hourAgo).screened().outcome();
    assertThat(eligibility.getClass().getSimpleName()).as(rule + " present").isEqualTo(outcome);
    if (!chart.equals("-")) {
      check(rule, "on chart", onChart, charted(rule, system, chart).unanswered(question));
      check(
          rule,
          "against",
          against,
          charted(rule, system, chart).answered(question, Answer.ABSENT, hourAgo));
      check(rule, "refuted", refuted, refuting(rule, question, system, chart, PHYSICIAN));
      check(rule, "by nurse", byNurse, refuting(rule, question, system, chart, NURSE));
    }
    if (!doubtful.equals("-")) {
      check(rule, "doubtful", doubtful, doubted(rule, system, chart).unanswered(question));
    }
  }

  private static void check(String rule, String situation, String expected, Case patient) {
    var verdict = patient.verdict(rule);
    var letter =
        switch (verdict) {
          case Verdict.Met _ -> "M";
          case Verdict.NotMet _ -> "N";
          case Verdict.Unknown _ -> "U";
        };
    assertThat(letter).as(rule + " " + situation + ": " + verdict.observed()).isEqualTo(expected);
  }

  private static Case answered(String question, Answer answer, Instant at) {
    return Case.healthy().answered(question, answer, at);
  }

  private static Case refuting(
      String rule, String question, String system, String chart, Actor by) {
    var patient = charted(rule, system, chart);
    return patient.answered(
        question,
        Answer.ABSENT,
        NOW.minus(Duration.ofHours(1)),
        by,
        "the entry is out of date",
        List.of(patient.newestSourceId()));
  }

  private static Case charted(String rule, String system, String code) {
    var patient = Case.healthy();
    return switch (rule.substring(0, 7)) {
      case "SCR-ALL" -> patient.allergy(uri(system), code, NOW.minus(Duration.ofDays(30)));
      case "SCR-INT" ->
          patient.medicine(
              uri(system), code, Medication.Status.ACTIVE, NOW.minus(Duration.ofDays(30)));
      default -> patient.condition(uri(system), code, Condition.Status.ACTIVE);
    };
  }

  private static Case doubted(String rule, String system, String code) {
    var patient = Case.healthy();
    return rule.startsWith("SCR-INT")
        ? patient.medicine(
            uri(system), code, Medication.Status.NOT_KNOWN, NOW.minus(Duration.ofDays(30)))
        : patient.condition(uri(system), code, Condition.Status.NOT_KNOWN);
  }

  private static String uri(String system) {
    return switch (system) {
      case "snomed" -> "http://snomed.info/sct";
      case "icd" -> "http://hl7.org/fhir/sid/icd-10-cm";
      case "rxnorm" -> "http://www.nlm.nih.gov/research/umls/rxnorm";
      default -> throw new IllegalArgumentException("unknown system " + system);
    };
  }
}

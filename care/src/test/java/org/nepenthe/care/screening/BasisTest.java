package org.nepenthe.care.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nepenthe.care.screening.Case.CONCEPTS;
import static org.nepenthe.care.screening.Case.NOW;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nepenthe.care.chart.Chart;
import org.nepenthe.care.chart.Condition;
import org.nepenthe.care.chart.Identity;
import org.nepenthe.care.chart.Identity.Sex;
import org.nepenthe.care.chart.Medication;
import org.nepenthe.care.chart.Provenance;
import org.nepenthe.care.decision.Age;
import org.nepenthe.care.decision.Coded;
import org.nepenthe.care.decision.Input;
import org.nepenthe.care.decision.Input.Dated;
import org.nepenthe.care.decision.Input.Origin;
import org.nepenthe.care.decision.Input.What;
import org.nepenthe.care.decision.PatientId;
import org.nepenthe.care.decision.RuleId;
import org.nepenthe.care.screening.examination.Examinations;
import org.nepenthe.care.screening.facts.ClinicDates;
import org.nepenthe.care.screening.facts.ScreeningFacts;
import org.nepenthe.care.screening.interview.Answer;
import org.nepenthe.care.screening.interview.Interview;
import org.nepenthe.care.screening.rules.RuleBook;
import org.nepenthe.care.screening.rules.Scope;
import org.nepenthe.care.screening.rules.Scope.Looked;
import org.nepenthe.evidence.Verifies;

/// What a decision was made on: each fact with its age, where it is from and who reads it.
class BasisTest {
  private static final String SNOMED = "http://snomed.info/sct";
  private static final RuleBook RULES =
      RuleBook.of(Case.KNOWLEDGE, new ClinicDates(ZoneOffset.UTC), LocalDate.of(2026, 5, 10));

  @Test
  @Verifies("H33")
  void anAnswerStandsWithWhoGaveItAndHowOldItWas() {
    var answer =
        input(
            Case.healthy()
                .answered(
                    "ASK-PSYCHOSIS",
                    Answer.ABSENT,
                    NOW.minus(Duration.ofDays(30)),
                    Case.PHYSICIAN,
                    "asked twice",
                    List.of()),
            "ASK-PSYCHOSIS");
    assertThat(answer.what()).isEqualTo(What.ANSWER);
    assertThat(answer.words()).endsWith(": absent (asked twice)");
    assertThat(answer.origin().words()).isEqualTo("Dr Ada, physician");
    assertThat(answer.ageAt(NOW).map(Age::words)).contains("4 weeks");
    assertThat(answer.readBy()).containsExactly(RuleId.of("SCR-PSY-01"));
  }

  @Test
  @Verifies("H33")
  void anEntryOfTheChartStandsWithItsSource() {
    var patient = Case.healthy().condition(SNOMED, "59621000", Condition.Status.ACTIVE);
    var condition = input(patient, patient.newestSourceId());
    assertThat(condition.what()).isEqualTo(What.CONDITION);
    assertThat(condition.origin())
        .isEqualTo(
            new Origin.OfChart("test", patient.newestSourceId(), NOW.minus(Duration.ofDays(30))));
    assertThat(condition.ageAt(NOW).map(Age::words)).contains("7 years");
    assertThat(condition.mapped()).isTrue();
    assertThat(condition.readBy()).contains(RuleId.of("SCR-CVD-01"));
  }

  @Test
  void whetherADoubtfulEntryHoldsIsNotPassedOver() {
    var patient = Case.healthy().condition(SNOMED, "59621000", Condition.Status.NOT_KNOWN);
    assertThat(input(patient, patient.newestSourceId()).words())
        .contains("whether it still holds is not stated");
  }

  @Test
  @Verifies("H31")
  void whatNobodyMappedIsThereAndSaysSo() {
    var patient = Case.healthy().medicine(Case.RXNORM, "99999999", Medication.Status.ACTIVE, NOW);
    var medicine = input(patient, patient.newestSourceId());
    assertThat(medicine.mapped()).isFalse();
    assertThat(medicine.readBy()).isEmpty();
  }

  @Test
  void aValueOfTheFutureHasNoAge() {
    var patient = Case.healthy().pressure("120", "75", NOW.plus(Duration.ofDays(1)));
    assertThat(input(patient, patient.newestSourceId()).ageAt(NOW).map(Age::words))
        .contains("dated in the future");
  }

  @Test
  void theReferralIsWhereTheDurationOfThePainIsFrom() {
    var duration = input(Case.healthy(), "referral: duration");
    assertThat(duration.words()).isEqualTo("pain for 24 mo at referral");
    assertThat(duration.origin().words()).isEqualTo("referral by Dr Cara, entered by Ben");
    assertThat(duration.ageAt(NOW).map(Age::words)).contains("2 weeks");
  }

  /// What stands in the verdict stands among the facts: no rule decides by something unnamed.
  @Test
  void everyRuleOfAWholeCaseNamesAFact() {
    var inputs = dated(Case.healthy());
    for (var rule : RULES.scopes().keySet()) {
      assertThat(inputs)
          .as(rule.value())
          .anySatisfy(input -> assertThat(input.readBy()).contains(rule));
    }
  }

  /// A rule that looked at more than it says would show a clinician too little.
  @ParameterizedTest
  @ValueSource(longs = {7, 20260516, 31_337})
  @Verifies("H37")
  void whatARuleDoesNotNameDoesNotChangeIt(long seed) {
    for (int i = 0; i < 5; i++) {
      var facts = ScreeningLawsTest.patient(new java.util.Random(seed + i)).facts();
      var whole = Case.SCREENING.assess(facts, NOW);
      for (var reason : whole.reasons()) {
        var scope = RULES.scopes().getOrDefault(reason.rule(), new Scope(Set.of()));
        var narrow =
            Case.SCREENING.assess(only(facts, scope), NOW).reasons().stream()
                .filter(each -> each.rule().equals(reason.rule()))
                .findFirst();
        assertThat(narrow.map(each -> each.verdict()))
            .as("seed " + seed + " patient " + i + " " + reason.rule())
            .contains(reason.verdict());
      }
    }
  }

  @Test
  void decidedInWordsTheSameComesOutWithoutDates() {
    var facts = Case.healthy().facts();
    var inWords = Case.SCREENING.assessInWords(facts, NOW);
    var dated = Case.SCREENING.assess(facts, NOW);
    assertThat(inWords.inputs()).isNotEmpty().allMatch(Input.InWords.class::isInstance);
    assertThat(inWords.outcome()).isEqualTo(dated.outcome());
    assertThat(inWords.reasons()).isEqualTo(dated.reasons());
  }

  /// Nothing but what the rule names; and somebody else, where it does not look at the person.
  private static ScreeningFacts only(ScreeningFacts facts, Scope scope) {
    var chart = facts.chart();
    return new ScreeningFacts(
        new Chart(
            names(scope, What.PATIENT) ? chart.identity() : SOMEBODY_ELSE,
            chart.conditions().stream()
                .filter(one -> named(scope, What.CONDITION, one.code()))
                .toList(),
            chart.medications().stream()
                .filter(one -> named(scope, What.MEDICINE, one.drug()))
                .toList(),
            chart.measurements().stream()
                .filter(one -> named(scope, What.MEASUREMENT, one.what()))
                .toList(),
            names(scope, What.FINDING) ? chart.findings() : List.of(),
            chart.allergies().stream()
                .filter(one -> named(scope, What.ALLERGY, one.substance()))
                .toList(),
            chart.procedures().stream()
                .filter(one -> named(scope, What.PROCEDURE, one.what()))
                .toList()),
        new Interview(
            facts.interview().answers().stream()
                .filter(one -> scope.looked().contains(new Looked(What.ANSWER, one.question())))
                .toList()),
        facts.referral().filter(_ -> names(scope, What.REFERRAL)),
        facts.concepts(),
        new Examinations(
            facts.examinations().all().stream()
                .filter(
                    one -> scope.looked().contains(new Looked(What.EXAMINATION, one.examination())))
                .toList()),
        names(scope, What.OPIOID_DOSE) ? facts.doses() : List.of(),
        names(scope, What.TRIAL) ? facts.trials() : List.of());
  }

  private static final Identity SOMEBODY_ELSE =
      new Identity(
          new PatientId(new UUID(0, 8)),
          "urn:test",
          "MRN-8",
          "Other",
          "Person",
          LocalDate.of(1931, 1, 1),
          Sex.MALE,
          Optional.of(NOW.minus(Duration.ofDays(400))),
          new Provenance("test", "other", NOW, "u2"));

  private static boolean names(Scope scope, What what) {
    return scope.looked().stream().anyMatch(looked -> looked.what() == what);
  }

  /// What nobody mapped could stand for anything a rule of its sort names.
  private static boolean named(Scope scope, What what, Coded code) {
    var keys =
        scope.looked().stream()
            .filter(looked -> looked.what() == what)
            .map(Looked::key)
            .collect(Collectors.toSet());
    return !keys.isEmpty() && CONCEPTS.isUnmapped(code) || CONCEPTS.isOneOf(code, keys);
  }

  private static List<Dated> dated(Case patient) {
    return patient.screened().inputs().stream().map(Dated.class::cast).toList();
  }

  private static Dated input(Case patient, String id) {
    var all = dated(patient).stream().filter(input -> input.id().equals(id)).toList();
    assertThat(all).as(id).hasSize(1);
    return all.getFirst();
  }
}

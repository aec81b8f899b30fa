package org.nepenthe.care.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nepenthe.care.screening.Case.NOW;
import static org.nepenthe.care.screening.Case.NURSE;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nepenthe.care.chart.Condition;
import org.nepenthe.care.chart.Identity.Sex;
import org.nepenthe.care.chart.Medication;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.Role;
import org.nepenthe.care.decision.Verdict;
import org.nepenthe.care.referral.PainDiagnosis;
import org.nepenthe.care.screening.Eligibility.Eligible;
import org.nepenthe.care.screening.Eligibility.NotEligible;
import org.nepenthe.care.screening.Eligibility.Undetermined;
import org.nepenthe.care.screening.facts.ScreeningFacts;
import org.nepenthe.care.screening.interview.Answer;
import org.nepenthe.evidence.ReadDepth;
import org.nepenthe.evidence.Verifies;

/// What screening comes to as a whole, and what a clinician sees of how it came there.
class ScreeningTest {
  private static final String RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm";
  private static final String SNOMED = "http://snomed.info/sct";
  private static final Instant HOUR_AGO = NOW.minus(Duration.ofHours(1));

  @Test
  void everythingKnownAndNothingInTheWayIsEligible() {
    assertThat(Case.healthy().screened().outcome()).isEqualTo(new Eligible(List.of(), List.of()));
  }

  @Test
  @Verifies("H28")
  void anEmptyChartIsNotAHealthyOne() {
    var patient = Case.healthy();
    for (var question : Case.SCREENING.interview(NOW)) {
      patient.unanswered(question.id());
    }
    var outcome = patient.screened().outcome();
    assertThat(outcome).isInstanceOf(Undetermined.class);
    assertThat(((Undetermined) outcome).missing())
        .hasSize(23)
        .allSatisfy(missing -> {
          assertThat(missing.settledBy()).isNotEmpty();
          assertThat(missing.question()).isPresent();
        });
  }

  @Test
  void aContraindicationOutweighsWhatIsMissingAndBothAreShown() {
    var outcome =
        Case.healthy()
            .answered("ASK-PSYCHOSIS", Answer.PRESENT, HOUR_AGO)
            .unanswered("ASK-IOP")
            .screened()
            .outcome();
    assertThat(outcome).isInstanceOf(NotEligible.class);
    var notEligible = (NotEligible) outcome;
    assertThat(notEligible.contraindications()).hasSize(1);
    assertThat(notEligible.missing())
        .singleElement()
        .satisfies(missing -> assertThat(missing.question()).contains("ASK-IOP"));
  }

  @Test
  @Verifies("H28")
  void aContradictionIsShownWithBothSides() {
    var verdict =
        Case.healthy()
            .condition(SNOMED, "5602001", Condition.Status.ACTIVE)
            .answered("ASK-SUBSTANCE", Answer.ABSENT, HOUR_AGO)
            .verdict("SCR-SUD-01");
    assertThat(verdict).isInstanceOf(Verdict.Unknown.class);
    assertThat(verdict.observed())
        .contains("contradiction")
        .contains("by Ben, nurse, on 10-May-2026")
        .contains("condition 5602001 since 01-Mar-2019");
  }

  @Test
  void aConditionThatIsOverIsNotPresent() {
    var verdict =
        Case.healthy()
            .condition(SNOMED, "5602001", Condition.Status.INACTIVE)
            .answered("ASK-SUBSTANCE", Answer.ABSENT, HOUR_AGO)
            .verdict("SCR-SUD-01");
    assertThat(verdict).isInstanceOf(Verdict.NotMet.class);
  }

  /// Beside a note that says why, for as long as that answer counts: 90 days.
  @ParameterizedTest
  @CsvSource({
    "womb removed, ABSENT, 0, NotMet",
    "womb removed, ABSENT, 90, NotMet",
    "womb removed, ABSENT, 91, Unknown",
    "womb removed, ABSENT, -1, Unknown",
    "'', ABSENT, 0, Unknown",
    "womb removed, NOT_KNOWN, 0, Unknown",
    "not likely, PRESENT, 0, Unknown"
  })
  @Verifies("H30")
  void whyPregnancyIsNotPossibleIsWrittenDown(
      String note, Answer answer, int daysAgo, String verdict) {
    var patient =
        Case.healthy()
            .unanswered("ASK-PREGNANT")
            .answered(
                "ASK-PREGNANCY-POSSIBLE",
                answer,
                NOW.minus(Duration.ofDays(daysAgo)),
                NURSE,
                note,
                List.of());
    assertThat(patient.verdict("SCR-PRG-01").getClass().getSimpleName()).isEqualTo(verdict);
  }

  @Test
  @Verifies("H30")
  void noReasonOutweighsAPregnancyThatIsStated() {
    var exempt =
        Case.healthy()
            .answered(
                "ASK-PREGNANCY-POSSIBLE", Answer.ABSENT, HOUR_AGO, NURSE, "too old", List.of());
    assertThat(exempt.answered("ASK-PREGNANT", Answer.PRESENT, HOUR_AGO).verdict("SCR-PRG-01"))
        .isInstanceOf(Verdict.Met.class);
    assertThat(
            exempt
                .unanswered("ASK-PREGNANT")
                .condition(SNOMED, "72892002", Condition.Status.ACTIVE)
                .verdict("SCR-PRG-01"))
        .isInstanceOf(Verdict.Met.class);
  }

  @Test
  @Verifies("H28")
  void malePregnancyIsAContradiction() {
    var patient = Case.healthy().sex(Sex.MALE).answered("ASK-PREGNANT", Answer.PRESENT, HOUR_AGO);
    assertThat(patient.verdict("SCR-PRG-01")).isInstanceOf(Verdict.Unknown.class);
    assertThat(patient.verdict("SCR-PRG-01").observed()).contains("male");
    assertThat(patient.screened().outcome()).isInstanceOf(Undetermined.class);
  }

  @Test
  @Verifies("H31")
  void aMedicineNobodyMappedMakesTheInteractionUnknownUntilSomebodyAsks() {
    var patient =
        Case.healthy()
            .medicine(RXNORM, "99999999", Medication.Status.ACTIVE, NOW.minus(Duration.ofDays(9)))
            .unanswered("ASK-THEOPHYLLINE");
    assertThat(patient.verdict("SCR-INT-01").observed()).contains("nobody mapped", "99999999");
    assertThat(patient.screened().outcome()).isInstanceOf(Undetermined.class);

    patient.answered("ASK-THEOPHYLLINE", Answer.ABSENT, HOUR_AGO);
    assertThat(patient.verdict("SCR-INT-01")).isInstanceOf(Verdict.NotMet.class);
  }

  @Test
  @Verifies("H31")
  void anAnswerCannotKnowOfAMedicineThatCameLater() {
    var patient =
        Case.healthy()
            .answered("ASK-THEOPHYLLINE", Answer.ABSENT, HOUR_AGO)
            .medicine(
                RXNORM, "99999999", Medication.Status.ACTIVE, NOW.minus(Duration.ofMinutes(5)));
    assertThat(patient.verdict("SCR-INT-01")).isInstanceOf(Verdict.Unknown.class);
    assertThat(patient.verdict("SCR-INT-01").observed()).contains("99999999");
  }

  @Test
  void aStoppedMedicineIsNotTaken() {
    var verdict =
        Case.healthy()
            .medicine(RXNORM, "10438", Medication.Status.STOPPED, NOW.minus(Duration.ofDays(9)))
            .verdict("SCR-INT-01");
    assertThat(verdict).isInstanceOf(Verdict.NotMet.class);
  }

  @Test
  @Verifies("H28")
  void anAnswerByTheFrontDeskDoesNotCount() {
    var verdict =
        Case.healthy()
            .answered(
                "ASK-ALLERGY",
                Answer.ABSENT,
                HOUR_AGO,
                new Actor("u9", "Fred", Role.FRONT_DESK),
                "",
                List.of())
            .verdict("SCR-ALL-01");
    assertThat(verdict).isInstanceOf(Verdict.Unknown.class);
  }

  /// The guideline gives no number for "poorly controlled": what the chart knows is shown beside
  /// and decides nothing.
  @Test
  @Verifies({"H29", "H37"})
  void whatTheGuidelineLeavesToJudgementShowsTheChartBeside() {
    var patient =
        Case.healthy()
            .condition(SNOMED, "59621000", Condition.Status.ACTIVE)
            .pressure("172", "98", NOW.minus(Duration.ofDays(3)));
    var verdict = patient.verdict("SCR-CVD-01");
    assertThat(verdict).isInstanceOf(Verdict.NotMet.class);
    assertThat(verdict.observed())
        .contains("The chart also shows", "condition 59621000 since 01-Mar-2019")
        .contains("172 mmHg on 07-May-2026", "98 mmHg on 07-May-2026");
  }

  @Test
  @Verifies("H37")
  void everyRuleShowsItsBasis() {
    var decision = Case.healthy().screened();
    assertThat(decision.reasons())
        .hasSize(Case.RULES)
        .allSatisfy(reason -> {
          assertThat(reason.title()).isNotBlank();
          assertThat(reason.limit()).isNotBlank();
          assertThat(reason.verdict().observed()).isNotBlank();
          assertThat(reason.evidence())
              .isNotEmpty()
              .allSatisfy(evidence -> {
                assertThat(evidence.says()).isNotBlank();
                assertThat(evidence.citation().text()).isNotBlank();
              });
        });
    assertThat(decision.knowledge().contentHash()).isEqualTo(Case.KNOWLEDGE.contentHash());
    assertThat(decision.inputs()).isNotEmpty();
  }

  @Test
  @Verifies("H37")
  void whatSpeaksAgainstTheIndicationStandsBesideIt() {
    var reason = Case.healthy().reason("SCR-IND-01");
    assertThat(reason.against())
        .extracting(evidence -> evidence.citation().key())
        .contains("ferraro-2025", "mcmaster-nma-2024", "orhurhu-2019", "cadth-2020");
  }

  /// Cochrane 2025 and the network meta-analysis are about pain that is not from cancer.
  @Test
  void aReviewIsNotHeldAgainstAPainItDidNotLookAt() {
    var reason = Case.healthy().referred(PainDiagnosis.CANCER_PAIN, 24).reason("SCR-IND-01");
    assertThat(reason.against())
        .extracting(evidence -> evidence.citation().key())
        .contains("hardy-2012")
        .doesNotContain("ferraro-2025", "mcmaster-nma-2024");
  }

  @Test
  void aRuleNobodyVerifiedSaysSo() {
    var reason = Case.healthy().reason("SCR-TST-03");
    assertThat(reason.limit()).contains("the site must confirm this");
    assertThat(reason.evidence())
        .allSatisfy(evidence -> assertThat(evidence.read()).isEqualTo(ReadDepth.UNVERIFIED));
  }

  @Test
  @Verifies("H28")
  void withoutRulesNobodyIsEligible() {
    var beforeTheKnowledge = Instant.parse("2025-12-31T12:00:00Z");
    var decision = Case.SCREENING.assess(Case.healthy().facts(), beforeTheKnowledge);
    assertThat(decision.reasons()).isEmpty();
    assertThat(decision.outcome()).isInstanceOf(Undetermined.class);
  }

  /// Five past midnight in the clinic is still yesterday in UTC: the clinic's day decides.
  @Test
  void daysAreCountedInTheClinicsZone() {
    var at = Instant.parse("2026-05-09T22:05:00Z");
    var east = new Screening(Case.KNOWLEDGE, ZoneOffset.ofHours(2), "test");
    var born = java.time.LocalDate.of(1950, 5, 10);
    var facts = Case.healthy().born(born).facts();
    assertThat(verdict(east, facts, at)).isInstanceOf(Verdict.Met.class);
    assertThat(verdict(Case.SCREENING, facts, at)).isInstanceOf(Verdict.NotMet.class);
  }

  private static Verdict verdict(Screening screening, ScreeningFacts facts, Instant at) {
    return screening.assess(facts, at).reasons().stream()
        .filter(reason -> reason.rule().value().equals("SCR-AGE-01"))
        .findFirst()
        .orElseThrow()
        .verdict();
  }
}

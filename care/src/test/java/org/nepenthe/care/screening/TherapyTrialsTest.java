package org.nepenthe.care.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nepenthe.care.screening.Case.NOW;
import static org.nepenthe.care.screening.Case.NURSE;
import static org.nepenthe.care.screening.Case.PHYSICIAN;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.Input;
import org.nepenthe.care.decision.Role;
import org.nepenthe.care.decision.Verdict;
import org.nepenthe.care.decision.Verdict.Met;
import org.nepenthe.care.decision.Verdict.NotMet;
import org.nepenthe.care.decision.Verdict.Unknown;
import org.nepenthe.care.referral.FailedTherapy;
import org.nepenthe.care.referral.PainDiagnosis;
import org.nepenthe.care.referral.TherapyKind;
import org.nepenthe.care.referral.WhyStopped;
import org.nepenthe.care.screening.interview.Answer;
import org.nepenthe.care.screening.interview.TrialJudged.Judgement;
import org.nepenthe.care.screening.trial.Told;
import org.nepenthe.evidence.Verifies;

/// Trials of first-line therapy: what the referral and the chart name, and what clinicians say of
/// each kind or of all at once. The five kinds are those the rule's entry lists.
class TherapyTrialsTest {
  private static final String RULE = "SCR-TRI-01";
  private static final String SNOMED = "http://snomed.info/sct";
  private static final String CPT = "http://www.ama-assn.org/go/cpt";
  private static final Instant HOUR_AGO = NOW.minus(Duration.ofHours(1));
  private static final List<TherapyKind> FIRST_LINE =
      List.of(
          TherapyKind.ANTIDEPRESSANT,
          TherapyKind.GABAPENTINOID,
          TherapyKind.TOPICAL,
          TherapyKind.PHYSIOTHERAPY,
          TherapyKind.PSYCHOLOGICAL);

  /// Nobody answered the question about all of them at once.
  private static Case notAsked() {
    return Case.healthy().unanswered("ASK-TRIALS");
  }

  private static Case eachJudged(Judgement judgement, Instant at) {
    var patient = notAsked();
    FIRST_LINE.forEach(kind -> patient.judged(kind, judgement, PHYSICIAN, at));
    return patient;
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          NO_BENEFIT,         CANNOT_BE_TOLD
          TOO_LITTLE_BENEFIT, CANNOT_BE_TOLD
          ADVERSE_EFFECTS,    STOPPED_FOR_SIDE_EFFECTS
          CONTRAINDICATED,    CANNOT_BE_GIVEN
          PATIENT_CHOICE,     CANNOT_BE_TOLD
          NOT_STATED,         CANNOT_BE_TOLD
          """)
  void aRowNeverTellsByItselfThatItWasEnough(WhyStopped why, Told told) {
    var row = new FailedTherapy(TherapyKind.GABAPENTINOID, "gabapentin 3600 mg", "a year", why);
    assertThat(Told.by(row)).isEqualTo(told);
  }

  /// Of each kind the same is said; the answer counts 180 days, to the second.
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # judgement,    seconds ago, verdict
          ADEQUATE,       3600,        NotMet
          NOT_TOLERATED,  3600,        NotMet
          NOT_ENOUGH,     3600,        Met
          NOT_TRIED,      3600,        Met
          CANNOT_BE_TOLD, 3600,        Unknown
          ADEQUATE,       15552000,    NotMet
          ADEQUATE,       15552001,    Unknown
          ADEQUATE,       -60,         NotMet
          ADEQUATE,       -61,         Unknown
          NOT_ENOUGH,     15552001,    Unknown
          """)
  @Verifies("H28")
  void eachKindJudgedSettlesTheRule(Judgement judgement, long secondsAgo, String verdict) {
    var found = eachJudged(judgement, NOW.minusSeconds(secondsAgo)).verdict(RULE);
    assertThat(found.getClass().getSimpleName()).isEqualTo(verdict);
  }

  @Test
  @Verifies("H28")
  void oneKindNobodyJudgedIsNotKnown() {
    for (var left : FIRST_LINE) {
      var patient = notAsked();
      FIRST_LINE.stream()
          .filter(kind -> kind != left)
          .forEach(kind -> patient.judged(kind, Judgement.ADEQUATE, PHYSICIAN, HOUR_AGO));
      assertThat(patient.verdict(RULE)).as(left.name()).isInstanceOf(Unknown.class);
      assertThat(patient.verdict(RULE).observed())
          .contains(left.words() + ": neither the referral nor the chart names one");
    }
  }

  @Test
  void oneKindThatWasNotEnoughIsEnoughToMind() {
    var patient = notAsked().judged(TherapyKind.TOPICAL, Judgement.NOT_ENOUGH, NURSE, HOUR_AGO);
    assertThat(patient.verdict(RULE)).isInstanceOf(Met.class);
  }

  @Test
  @Verifies("H28")
  void whatTheFrontDeskSaysDoesNotCount() {
    var patient = notAsked();
    var desk = new Actor("u9", "Fred", Role.FRONT_DESK);
    FIRST_LINE.forEach(kind -> patient.judged(kind, Judgement.ADEQUATE, desk, HOUR_AGO));
    assertThat(patient.verdict(RULE)).isInstanceOf(Unknown.class);
  }

  @Test
  void whatWasSaidLastHolds() {
    var patient =
        eachJudged(Judgement.ADEQUATE, HOUR_AGO)
            .judged(TherapyKind.TOPICAL, Judgement.NOT_TRIED, NURSE, NOW.minusSeconds(60));
    assertThat(patient.verdict(RULE)).isInstanceOf(Met.class);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # answer to all, each kind,  judged after the answer, verdict
          ABSENT,          NOT_ENOUGH, true,                    Unknown
          ABSENT,          NOT_ENOUGH, false,                   NotMet
          ABSENT,          ADEQUATE,   true,                    NotMet
          PRESENT,         ADEQUATE,   true,                    Unknown
          PRESENT,         ADEQUATE,   false,                   Met
          PRESENT,         NOT_ENOUGH, true,                    Met
          NOT_KNOWN,       ADEQUATE,   true,                    NotMet
          NOT_KNOWN,       NOT_ENOUGH, false,                   Met
          """)
  @Verifies("H28")
  void theAnswerToAllAndWhatIsSaidOfEach(
      Answer answer, Judgement judgement, boolean after, String verdict) {
    var judgedAt = after ? NOW.minusSeconds(60) : NOW.minus(Duration.ofHours(2));
    var found =
        eachJudged(judgement, judgedAt).answered("ASK-TRIALS", answer, HOUR_AGO).verdict(RULE);
    assertThat(found.getClass().getSimpleName()).isEqualTo(verdict);
    assertThat(found.observed().startsWith("contradiction")).isEqualTo(verdict.equals("Unknown"));
  }

  @Test
  void rowsStandInTheReasonWithWhatTheyTell() {
    var observed =
        notAsked()
            .tried(
                TherapyKind.GABAPENTINOID,
                "gabapentin 900 mg a day",
                "six months",
                WhyStopped.TOO_LITTLE_BENEFIT)
            .tried(TherapyKind.ANTIDEPRESSANT, "amitriptyline", "", WhyStopped.ADVERSE_EFFECTS)
            .referred(PainDiagnosis.COMPLEX_REGIONAL_PAIN_SYNDROME, 24)
            .verdict(RULE)
            .observed();
    assertThat(observed)
        .contains(
            "gabapentinoid: gabapentin 900 mg a day, six months (too little benefit), whether it"
                + " was enough cannot be told")
        .contains("amitriptyline (adverse effects), stopped for side effects")
        .contains("psychological therapy: neither the referral nor the chart names one");
  }

  /// A row says nothing of adequacy, whatever the referrer wrote of doses and months.
  @Test
  @Verifies("H28")
  void rowsOfTheReferralAloneNeverSettleIt() {
    var patient = notAsked();
    FIRST_LINE.forEach(
        kind -> patient.tried(kind, "all of it", "for years", WhyStopped.ADVERSE_EFFECTS));
    patient.referred(PainDiagnosis.COMPLEX_REGIONAL_PAIN_SYNDROME, 24);
    assertThat(patient.verdict(RULE)).isInstanceOf(Unknown.class);
  }

  @Test
  void aProcedureIsEvidenceOfATrialAndNoProofOfAdequacy() {
    var patient =
        notAsked()
            .procedure(SNOMED, "91251008", Optional.of(Instant.parse("2025-05-03T10:00:00Z")))
            .procedure(CPT, "63650", Optional.empty());
    var verdict = patient.verdict(RULE);
    assertThat(verdict).isInstanceOf(Unknown.class);
    assertThat(verdict.observed())
        .contains("physiotherapy: on the chart procedure 91251008 on 03-May-2025 (test)")
        .contains("neuromodulation: on the chart procedure 63650, date not stated (test)");
  }

  @Test
  void aProcedureStandsAmongTheFactsWithTheRuleThatReadsIt() {
    var patient = notAsked().procedure(CPT, "64510", Optional.of(HOUR_AGO));
    assertThat(patient.screened().inputs())
        .filteredOn(
            input -> input instanceof Input.Dated dated && dated.what() == Input.What.PROCEDURE)
        .singleElement()
        .isInstanceOfSatisfying(
            Input.Dated.class,
            dated ->
                assertThat(dated.readBy()).extracting(rule -> rule.value()).containsExactly(RULE));
  }

  @Test
  void aProcedureNobodyMappedIsNoTrial() {
    var observed =
        notAsked().procedure(SNOMED, "73761001", Optional.of(HOUR_AGO)).verdict(RULE).observed();
    assertThat(observed).doesNotContain("73761001");
  }

  @Test
  void thatNoSourceGivesDoseOrLengthIsSaid() {
    assertThat(Case.healthy().reason(RULE).limit())
        .contains("No source that could be read gives a dose or a length");
  }

  /// That an electrocardiogram was recorded does not say what it showed.
  @Test
  @Verifies("H28")
  void anElectrocardiogramOnTheChartIsShownAndDoesNotCount() {
    var due =
        Case.healthy()
            .answered("ASK-CVD-RISK", Answer.PRESENT, HOUR_AGO)
            .procedure(SNOMED, "29303009", Optional.of(Instant.parse("2026-05-03T10:00:00Z")))
            .verdict("SCR-TST-01");
    assertThat(due).isInstanceOf(Met.class);
    assertThat(due.observed()).contains("procedure 29303009 on 03-May-2026");
  }

  @Test
  void aBypassStandsBesideTheQuestionOnTheHeartAndDecidesNothing() {
    Verdict verdict =
        Case.healthy()
            .procedure(SNOMED, "232717009", Optional.of(Instant.parse("2020-05-03T10:00:00Z")))
            .verdict("SCR-CVD-01");
    assertThat(verdict).isInstanceOf(NotMet.class);
    assertThat(verdict.observed()).contains("procedure 232717009 on 03-May-2020");
  }
}

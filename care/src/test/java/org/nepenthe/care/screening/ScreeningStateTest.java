package org.nepenthe.care.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nepenthe.care.screening.Case.NOW;
import static org.nepenthe.care.screening.Case.NURSE;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nepenthe.care.decision.RuleId;
import org.nepenthe.care.decision.Verdict;
import org.nepenthe.care.screening.interview.Answer;
import org.nepenthe.care.screening.interview.InterviewAnswered;
import org.nepenthe.evidence.Verifies;

/// A decision stays as it was made; what has changed since is shown beside it.
class ScreeningStateTest {
  @Test
  void nothingHappenedNothingDecided() {
    var state = ScreeningState.of(List.of());
    assertThat(state.latest()).isEmpty();
    assertThat(state.effective()).isEmpty();
    assertThat(state.staleAgainst(Case.SCREENING, Case.healthy().facts(), NOW)).isEmpty();
  }

  @Test
  void theSameFactsAreNotStale() {
    assertThat(state(Case.healthy()).staleAgainst(Case.SCREENING, Case.healthy().facts(), NOW))
        .isEmpty();
  }

  @Test
  @Verifies("H33")
  void aChangedFactIsShownWithBeforeAndNow() {
    var now = Case.healthy().answered("ASK-PREGNANT", Answer.PRESENT, NOW.minusSeconds(60));
    assertThat(state(Case.healthy()).staleAgainst(Case.SCREENING, now.facts(), NOW))
        .singleElement()
        .satisfies(change -> {
          assertThat(change.rule()).isEqualTo(RuleId.of("SCR-PRG-01"));
          assertThat(change.before()).isInstanceOf(Verdict.NotMet.class);
          assertThat(change.now()).isInstanceOf(Verdict.Met.class);
        });
  }

  /// Nothing was entered, but the answer on pregnancy counts for 7 days.
  @Test
  @Verifies("H30")
  void timeAloneMakesADecisionStale() {
    var later = NOW.plus(Duration.ofDays(7));
    assertThat(state(Case.healthy()).staleAgainst(Case.SCREENING, Case.healthy().facts(), later))
        .extracting(change -> change.rule().value())
        .containsExactly("SCR-PRG-01");
  }

  @Test
  void aNewAnswerReplacesAnOlderOneAndBothAreKept() {
    var older =
        new InterviewAnswered(
            "ASK-IOP", Answer.PRESENT, "", List.of(), NURSE, NOW.minus(Duration.ofDays(2)));
    var newer =
        new InterviewAnswered(
            "ASK-IOP", Answer.ABSENT, "", List.of(), NURSE, NOW.minus(Duration.ofDays(1)));
    var interview = ScreeningState.of(List.of(newer, older)).interview();
    assertThat(interview.latest("ASK-IOP")).contains(newer);
    assertThat(interview.answers()).hasSize(2);
  }

  @Test
  void ofTwoAnswersAtOneMomentTheOneRecordedLastCounts() {
    var first = new InterviewAnswered("ASK-IOP", Answer.ABSENT, "", List.of(), NURSE, NOW);
    var second = new InterviewAnswered("ASK-IOP", Answer.PRESENT, "", List.of(), NURSE, NOW);
    assertThat(ScreeningState.of(List.of(first, second)).interview().latest("ASK-IOP"))
        .contains(second);
  }

  private static ScreeningState state(Case patient) {
    return ScreeningState.of(List.of(new Screened(patient.screened(), NURSE)));
  }
}

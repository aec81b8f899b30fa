package org.nepenthe.care.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nepenthe.care.consent.TeachBackAnswered.Given;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.Role;
import org.nepenthe.knowledge.KnowledgeBase;

/// When the patient has understood: every question answered rightly in the end, of the set in
/// force.
class TeachBackTest {
  private static final TeachBack SET =
      TeachBack.of(KnowledgeBase.shipped(), LocalDate.of(2026, 11, 22));
  private static final Instant AT = Instant.parse("2026-11-22T09:00:00Z");
  private static final Actor NURSE = new Actor("n1", "Tom Berger", Role.NURSE);

  private static TeachBackAnswered answered(String hash, Instant at, List<Given> given) {
    return new TeachBackAnswered(SET.id(), SET.version(), hash, given, NURSE, at);
  }

  private static List<Given> all(boolean right) {
    return SET.questions().stream()
        .map(question ->
            new Given(
                question.key(), right ? question.right() : question.wrong().getFirst(), right))
        .toList();
  }

  @Test
  void theSetAsksWhatAPatientHasToKnow() {
    assertThat(SET.questions())
        .extracting(TeachBack.Question::key)
        .contains("approved", "cure", "feel", "stop", "drive", "opioids", "tell", "no-benefit");
    assertThat(SET.questions())
        .allSatisfy(question -> {
          assertThat(question.answers()).hasSize(3).doesNotHaveDuplicates();
          assertThat(question.evidence()).isNotEmpty();
        });
  }

  /// The right answer stands in every place, or people would learn the place.
  @Test
  void theRightAnswerHasNoFixedPlace() {
    assertThat(SET.questions())
        .extracting(question -> question.answers().indexOf(question.right()))
        .contains(0)
        .containsAnyOf(1, 2);
  }

  @Test
  void passedOnlyWhenEveryQuestionWasAnsweredRightly() {
    assertThat(TeachBackState.of(List.of(), SET, AT).passed()).isFalse();
    assertThat(state(answered(SET.contentHash(), AT, all(true))).passed()).isTrue();
    assertThat(state(answered(SET.contentHash(), AT, all(false))).passed()).isFalse();
    assertThat(
            state(answered(SET.contentHash(), AT, all(true).subList(1, SET.questions().size())))
                .open())
        .containsExactly(SET.questions().getFirst());
  }

  @Test
  void theLastAnswerCounts() {
    var right = answered(SET.contentHash(), AT.minusSeconds(60), all(true));
    var wrong = answered(SET.contentHash(), AT, all(false).subList(0, 1));
    var state = TeachBackState.of(List.of(right, wrong), SET, AT);

    assertThat(state.passed()).isFalse();
    assertThat(state.attempts()).isEqualTo(2);
    assertThat(state.wrong(SET.questions().getFirst())).isTrue();
    assertThat(TeachBackState.of(List.of(wrong, right), SET, AT).passed()).isTrue();
  }

  @Test
  void answersToAnotherVersionOrFromTheFutureDoNotCount() {
    assertThat(state(answered("0".repeat(64), AT, all(true))).passed()).isFalse();
    assertThat(state(answered(SET.contentHash(), AT.plusSeconds(1), all(true))).passed()).isFalse();
  }

  @Test
  void aQuestionWithoutAWrongAnswerIsRefused() {
    assertThatThrownBy(
            () -> new TeachBack.Question("k", "?", "yes", List.of(), "because", List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'k'");
  }

  private static TeachBackState state(TeachBackAnswered answered) {
    return TeachBackState.of(List.of(answered), SET, AT);
  }
}

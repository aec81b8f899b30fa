package org.nepenthe.care.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nepenthe.care.infusion.Chair.DAY;
import static org.nepenthe.care.infusion.Chair.DORA;
import static org.nepenthe.care.infusion.Chair.KNOWLEDGE;
import static org.nepenthe.care.infusion.Chair.NINA;
import static org.nepenthe.care.infusion.Chair.minute;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.CareEvent;
import org.nepenthe.care.decision.Role;
import org.nepenthe.care.followup.FollowUpState.Numbered;
import org.nepenthe.care.followup.ScoresTaken.Moment;
import org.nepenthe.care.outcome.Answers;
import org.nepenthe.evidence.Verifies;

/// The last question of the PHQ-9 is about thoughts of self-harm, answered from 0 (not at all) to 3
/// (nearly every day). Anything but 0 is talked about the same day, whatever the sum of the nine.
class SafetyAnswerTest {
  private static ScoresTaken phq9(Map<String, Integer> items) {
    return new ScoresTaken(
        Moment.FOLLOW_UP, List.of(new Answers("INS-PHQ9", items)), minute(1000), NINA);
  }

  private static List<SafetyAnswerGiven> given(ScoresTaken taken) {
    return SafetyAnswerGiven.in(taken, KNOWLEDGE, DAY);
  }

  @Verifies("H32")
  @ParameterizedTest
  @CsvSource({"0, false", "1, true", "2, true", "3, true"})
  void anyAnswerButNotAtAllCounts(int answer, boolean counts) {
    assertThat(given(phq9(Map.of("self-harm", answer)))).hasSize(counts ? 1 : 0);
  }

  /// The sum is 1 of 27, far below the 5 from which on depression is called mild.
  @Verifies("H32")
  @Test
  void aLowSumHidesNothing() {
    var items = new java.util.HashMap<String, Integer>();
    for (var key :
        List.of(
            "interest",
            "down",
            "sleep",
            "energy",
            "appetite",
            "failure",
            "concentration",
            "movement")) {
      items.put(key, 0);
    }
    items.put("self-harm", 1);

    assertThat(given(phq9(items)))
        .singleElement()
        .satisfies(one -> {
          assertThat(one.answer()).isEqualTo("several days");
          assertThat(one.by()).isEqualTo(NINA);
        });
  }

  @Test
  void highAnswersElsewhereAreNoAnswerToThisOne() {
    assertThat(given(phq9(Map.of("down", 3, "failure", 3)))).isEmpty();
  }

  private static FollowUpState state(CareEvent... events) {
    var numbered = new ArrayList<Numbered>();
    for (var event : events) {
      numbered.add(new Numbered(numbered.size() + 1L, event));
    }
    return FollowUpState.of(numbered);
  }

  private static final ScoresTaken THOUGHTS = phq9(Map.of("self-harm", 2));

  private static FollowUpState open() {
    return state(THOUGHTS, given(THOUGHTS).getFirst());
  }

  @Verifies("H32")
  @ParameterizedTest
  @EnumSource(Role.class)
  void onlyAClinicianSettlesIt(Role role) {
    var settling =
        open().openConcerns().getFirst().settle("talked", new Actor("x", "X", role), minute(1010));

    assertThat(settling instanceof SafetyConcern.Settled)
        .isEqualTo(role == Role.PHYSICIAN || role == Role.NURSE);
  }

  @Verifies("H32")
  @Test
  void itTakesWordsAndHappensOnce() {
    var concern = open().openConcerns().getFirst();
    assertThat(concern.settle(" ", DORA, minute(1010)))
        .isInstanceOf(SafetyConcern.NotSettled.class);

    var settled = (SafetyConcern.Settled) concern.settle("no plan", DORA, minute(1010));
    var after = state(THOUGHTS, given(THOUGHTS).getFirst(), settled.event());

    assertThat(after.openConcerns()).isEmpty();
    assertThat(after.concerns().getFirst().settle("again", DORA, minute(1020)))
        .isInstanceOf(SafetyConcern.NotSettled.class);
  }

  @Verifies("H32")
  @Test
  void strikingTheAnswersDoesNotSettleIt() {
    var struck =
        state(
            THOUGHTS,
            given(THOUGHTS).getFirst(),
            new FollowUpStruck(1, "wrong form", minute(1005), NINA));

    assertThat(struck.openConcerns()).hasSize(1);
  }

  @Verifies("H32")
  @Test
  void nobodyDecidesHowToGoOnBefore() {
    var followUp = new FollowUp(KNOWLEDGE, "test");
    var facts = new FollowUp.Facts(open(), Optional.empty(), List.of(), List.of());
    var balance = followUp.assess(facts, DAY, minute(2000));

    assertThat(balance.prompts().getFirst().kind()).isEqualTo(Prompt.Kind.SETTLE_FIRST);
    assertThat(
            Deciding.decide(
                Optional.of(CourseDecision.REPEAT),
                "it helped",
                open().openConcerns(),
                balance.response(),
                DORA,
                minute(2000)))
        .isInstanceOf(Deciding.Refused.class);
  }
}

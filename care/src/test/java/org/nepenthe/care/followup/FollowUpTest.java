package org.nepenthe.care.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nepenthe.care.infusion.Chair.DAY;
import static org.nepenthe.care.infusion.Chair.DORA;
import static org.nepenthe.care.infusion.Chair.NINA;
import static org.nepenthe.care.infusion.Chair.minute;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.CareEvent;
import org.nepenthe.care.decision.Role;
import org.nepenthe.care.followup.ScoresTaken.Moment;
import org.nepenthe.care.infusion.AdverseEvent;
import org.nepenthe.care.infusion.Chair;
import org.nepenthe.care.infusion.InfusionCommand;
import org.nepenthe.care.infusion.InfusionLog;
import org.nepenthe.care.outcome.Answers;
import org.nepenthe.care.outcome.Instrument;
import org.nepenthe.care.planning.AgreedBenefit;
import org.nepenthe.care.surveillance.CheckDue;
import org.nepenthe.evidence.Verifies;

/// One infusion from minute 0 to 40 unless said otherwise. Scores before it are at minute -100,
/// after it at minute 1,000.
class FollowUpTest {
  private static final FollowUp FOLLOW_UP = new FollowUp(Chair.KNOWLEDGE, "test");
  private final List<FollowUpState.Numbered> events = new ArrayList<>();
  private List<CheckDue> checks = List.of();

  /// Pain 8 before. 30 % off 8 is 5.6: 6 is 25 % less, 5 is 37.5 % less.
  @ParameterizedTest
  @CsvSource({"6, NotResponder", "5, Responder", "8, NotResponder", "9, NotResponder"})
  void painIsJudgedAgainstWhatWasAgreed(int after, String expected) {
    pain(8, Moment.BASELINE, -100);
    pain(after, Moment.AFTER, 1000);

    assertThat(response(agreed("30", null, 1))).isEqualTo(expected);
  }

  @Test
  void eitherAgreedChangeIsBenefit() {
    scores(8, 6, Moment.BASELINE, -100);
    // Pain as before, PEG from 6 to 4: a fall by a third.
    scores(8, 4, Moment.AFTER, 1000);

    assertThat(response(agreed("30", "30", 1))).isEqualTo("Responder");
  }

  @ParameterizedTest
  @CsvSource({"false, true", "true, false", "false, false"})
  void withoutScoresBeforeAndAfterNobodyCanSay(boolean before, boolean after) {
    if (before) {
      pain(8, Moment.BASELINE, -100);
    }
    if (after) {
      pain(2, Moment.AFTER, 1000);
    }

    assertThat(response(agreed("30", null, 1))).isEqualTo("CannotSay");
  }

  @Test
  void halfAnInstrumentIsNoBaseline() {
    add(
        new ScoresTaken(
            Moment.BASELINE,
            List.of(new Answers(Instrument.PEG, Map.of("pain", 8))),
            minute(-100),
            NINA));
    scores(8, 2, Moment.AFTER, 1000);

    assertThat(response(agreed(null, "30", 1))).isEqualTo("CannotSay");
  }

  @Test
  void aScoreFromBeforeTheLastInfusionIsNotItsResult() {
    pain(8, Moment.BASELINE, -100);
    pain(2, Moment.FOLLOW_UP, -50);

    assertThat(response(agreed("30", null, 1))).isEqualTo("CannotSay");
  }

  @Test
  void aStruckScoreDoesNotCount() {
    pain(8, Moment.BASELINE, -100);
    pain(2, Moment.AFTER, 1000);
    add(new FollowUpStruck(2, "other patient's form", minute(1001), NINA));

    assertThat(response(agreed("30", null, 1))).isEqualTo("CannotSay");
  }

  @Test
  void whatWasNotAgreedCannotBeJudged() {
    pain(8, Moment.BASELINE, -100);
    pain(2, Moment.AFTER, 1000);

    assertThat(response(Optional.empty())).isEqualTo("CannotSay");
    assertThat(response(agreed(null, null, 1))).isEqualTo("CannotSay");
  }

  @Test
  void benefitMayStillShowUntilTheAgreedInfusion() {
    pain(8, Moment.BASELINE, -100);
    pain(8, Moment.AFTER, 1000);

    assertThat(response(agreed("30", null, 2))).isEqualTo("CannotSay");
    assertThat(response(agreed("30", null, 1))).isEqualTo("NotResponder");
  }

  @Test
  void noPainBeforeMakesAFallMeaningless() {
    pain(0, Moment.BASELINE, -100);
    pain(0, Moment.AFTER, 1000);

    assertThat(response(agreed("30", null, 1))).isEqualTo("CannotSay");
  }

  /// R12 of the evidence: below 30 % relief and no gain in function. Pain 10 before: 8 is 20 %
  /// less, 7 is 30 % less. PEG 6 before, 30 % agreed: 4 is a third less, 5 a sixth.
  @ParameterizedTest
  @CsvSource({"8, 6, STOP", "8, 5, STOP", "10, 6, STOP", "7, 6, none", "8, 4, none", "7, 4, none"})
  void noReliefAndNoGainPromptsToStop(int painAfter, int pegAfter, String kind) {
    scores(10, 6, Moment.BASELINE, -100);
    scores(painAfter, pegAfter, Moment.AFTER, 1000);

    var kinds =
        prompts(agreed("30", "30", 1)).stream().map(prompt -> prompt.kind().name()).toList();

    assertThat(kinds).isEqualTo(kind.equals("none") ? List.of() : List.of(kind));
  }

  @Test
  void whereOneOfTheTwoIsUnknownThePromptIsToFindOut() {
    pain(10, Moment.BASELINE, -100);
    pain(10, Moment.AFTER, 1000);

    assertThat(prompts(agreed("30", "30", 1)))
        .extracting(Prompt::kind)
        .containsExactly(Prompt.Kind.FIND_OUT);
  }

  @Test
  void noPromptAsksForAHigherDose() {
    scores(10, 6, Moment.BASELINE, -100);
    scores(10, 6, Moment.AFTER, 1000);

    assertThat(prompts(agreed("30", "30", 1)))
        .extracting(prompt -> prompt.words().toLowerCase(Locale.ROOT))
        .allSatisfy(words ->
            assertThat(words)
                .contains("a higher dose is not the answer")
                .doesNotContain("increase", "raise", "escalat"));
    assertThat(CourseDecision.values())
        .extracting(Enum::name)
        .containsExactly("REPEAT", "SPACE_OUT", "REDUCE", "STOP", "REFER");
  }

  @Test
  void severeHarmIsSettledFirst() {
    scores(10, 6, Moment.BASELINE, -100);
    scores(2, 1, Moment.AFTER, 1000);
    harm(AdverseEvent.Severity.MODERATE);
    assertThat(prompts(agreed("30", "30", 1))).isEmpty();

    harm(AdverseEvent.Severity.SEVERE);
    assertThat(prompts(agreed("30", "30", 1)))
        .extracting(Prompt::kind)
        .containsExactly(Prompt.Kind.SETTLE_FIRST);
  }

  @Verifies("H35")
  @ParameterizedTest
  @EnumSource(Role.class)
  void onlyAPhysicianDecides(Role role) {
    assertThat(decide(new Actor("x", "X", role), Optional.of(CourseDecision.STOP), "no benefit"))
        .isEqualTo(role == Role.PHYSICIAN);
  }

  @Test
  void aDecisionIsOneOfFiveAndHasAReason() {
    assertThat(decide(DORA, Optional.empty(), "no benefit")).isFalse();
    assertThat(decide(DORA, Optional.of(CourseDecision.STOP), " ")).isFalse();
  }

  private boolean decide(Actor actor, Optional<CourseDecision> choice, String reason) {
    var basis = FOLLOW_UP.assess(facts(agreed("30", null, 1)), DAY, minute(2000)).response();
    return Deciding.decide(choice, reason, List.of(), basis, actor, minute(2000))
        instanceof Deciding.Decided;
  }

  private void harm(AdverseEvent.Severity severity) {
    add(
        new HarmReported(
            new AdverseEvent(AdverseEvent.Kind.HALLUCINATION, severity, "at home", ""),
            minute(1500),
            NINA));
  }

  private void pain(int pain, Moment moment, double minute) {
    add(
        new ScoresTaken(
            moment,
            List.of(new Answers(Instrument.NRS, Map.of("pain", pain))),
            minute(minute),
            NINA));
  }

  private void scores(int pain, int peg, Moment moment, double minute) {
    add(
        new ScoresTaken(
            moment,
            List.of(
                new Answers(Instrument.NRS, Map.of("pain", pain)),
                new Answers(
                    Instrument.PEG, Map.of("pain", peg, "enjoyment", peg, "activity", peg))),
            minute(minute),
            NINA));
  }

  private void add(CareEvent event) {
    events.add(new FollowUpState.Numbered(events.size() + 1L, event));
  }

  private String response(Optional<AgreedBenefit> agreed) {
    return FOLLOW_UP
        .assess(facts(agreed), DAY, minute(2000))
        .response()
        .outcome()
        .getClass()
        .getSimpleName();
  }

  private List<Prompt> prompts(Optional<AgreedBenefit> agreed) {
    return FOLLOW_UP.assess(facts(agreed), DAY, minute(2000)).prompts();
  }

  private FollowUp.Facts facts(Optional<AgreedBenefit> agreed) {
    return new FollowUp.Facts(FollowUpState.of(events), agreed, List.of(infusion()), checks);
  }

  private static InfusionLog infusion() {
    return Chair.running()
        .accepts(40, NINA, new InfusionCommand.Stop("all given", Optional.empty()))
        .log();
  }

  private static Optional<AgreedBenefit> agreed(
      @org.jspecify.annotations.Nullable String pain,
      @org.jspecify.annotations.Nullable String function,
      int by) {
    return Optional.of(
        new AgreedBenefit(
            Optional.ofNullable(pain).map(BigDecimal::new),
            Optional.ofNullable(function).map(BigDecimal::new),
            by,
            "to walk"));
  }
}

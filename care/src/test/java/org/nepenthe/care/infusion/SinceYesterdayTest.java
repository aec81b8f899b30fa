package org.nepenthe.care.infusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nepenthe.care.infusion.Chair.DORA;
import static org.nepenthe.care.infusion.Chair.NINA;
import static org.nepenthe.care.infusion.Chair.NOON;
import static org.nepenthe.care.infusion.Chair.ORDERED;
import static org.nepenthe.care.infusion.Chair.answers;
import static org.nepenthe.care.infusion.Chair.minute;
import static org.nepenthe.care.infusion.Chair.plan;
import static org.nepenthe.care.infusion.Chair.right;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.Role;
import org.nepenthe.care.decision.Signature;
import org.nepenthe.care.infusion.taken.Taken;
import org.nepenthe.care.infusion.taken.Taken.Said;
import org.nepenthe.care.infusion.taken.TakenReason;
import org.nepenthe.evidence.Verifies;

/// What was taken since yesterday holds the start until a physician decides; an answer counts four
/// hours, as the shipped entry says.
class SinceYesterdayTest {
  private static final InfusionCommand START =
      new InfusionCommand.Start(plan(NOON.plus(Duration.ofDays(1))), ORDERED);

  private static Signature signed(Actor by, String words) {
    return new Signature(by, minute(-4), Signature.Meaning.OVERRODE, words);
  }

  private static InfusionCommand override(Actor by, String words) {
    return new InfusionCommand.OverrideTaken(TakenReason.EXAMINED, signed(by, words));
  }

  private static List<Taken> with(String item, Said said, String howMuch, String when) {
    var all = new ArrayList<Taken>();
    for (var answer : answers(Said.NONE)) {
      all.add(
          answer.item().equals(item)
              ? new Taken(item, answer.words(), said, howMuch, when)
              : answer);
    }
    return all;
  }

  @Test
  @Verifies("H31")
  void nobodyStartsUnasked() {
    var chair = Chair.opened();
    assertThat(chair.refuses(0, NINA, START))
        .anyMatch(message -> message.contains("Taken since yesterday: nobody has asked yet"));
  }

  @Test
  @Verifies("H31")
  void nothingTakenStarts() {
    Chair.ready().accepts(0, NINA, START);
  }

  @ParameterizedTest
  @CsvSource({
    "alcohol",
    "benzodiazepine",
    "gabapentinoid",
    "opioid",
  })
  @Verifies("H31")
  void anyOfThemHoldsTheStartAndSoDoesWhatNobodyKnows(String item) {
    for (var said : List.of(Said.TAKEN, Said.NOT_KNOWN)) {
      boolean taken = said == Said.TAKEN;
      var asked = with(item, said, taken ? "a little" : "", taken ? "last evening" : "");
      var chair = Chair.ready().accepts(-4, NINA, new InfusionCommand.AskTaken(asked));
      assertThat(chair.refuses(0, NINA, START))
          .singleElement()
          .asString()
          .contains(said.words())
          .contains("A physician decides");
    }
  }

  /// No source names a safe amount: the smallest asks a physician like the largest.
  @ParameterizedTest
  @CsvSource({"one sip", "half a unit", "a bottle of gin"})
  void noAmountIsSmallEnough(String howMuch) {
    var asked = with("alcohol", Said.TAKEN, howMuch, "yesterday at noon");
    var chair = Chair.ready().accepts(-4, NINA, new InfusionCommand.AskTaken(asked));
    assertThat(chair.refuses(0, NINA, START).getFirst()).contains(howMuch, "yesterday at noon");
  }

  @Test
  @Verifies("H31")
  void aPhysicianDecidesWithAReasonAndItStands() {
    var chair = Chair.ready().asked(-4, Said.TAKEN).accepts(-3, DORA, override(DORA, "awake"));
    chair.accepts(0, NINA, START);
    var decided = chair.log().takenOverridden().orElseThrow();
    assertThat(decided.overrode()).contains("Alcohol: taken, three glasses, at ten in the evening");
    assertThat(decided.signature().reason()).isEqualTo("awake");
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  @Verifies("H31")
  void nobodyButAPhysicianDecides(Role role) {
    var somebody = new Actor("u7", "Somebody", role);
    var outcome =
        Chair.ready()
            .asked(-4, Said.TAKEN)
            .outcome(-3, -3, somebody, override(somebody, "it will be fine"));
    assertThat(outcome instanceof Outcome.Accepted).isEqualTo(role == Role.PHYSICIAN);
  }

  /// A nurse who sends a physician's signature with it gets no further.
  @Test
  void theSignatureCountsAndNotOnlyWhoSends() {
    var chair = Chair.ready().asked(-4, Said.TAKEN);
    assertThat(chair.refuses(-3, DORA, override(NINA, "awake")))
        .containsExactly("Only a physician may decide on what was taken");
    assertThat(chair.refuses(-3, DORA, override(DORA, " ")))
        .containsExactly("Say in your own words why");
  }

  @Test
  @Verifies("H31")
  void aNewerAnswerNeedsANewerDecision() {
    var chair =
        Chair.ready()
            .asked(-6, Said.TAKEN)
            .accepts(-5, DORA, override(DORA, "awake"))
            .asked(-4, Said.NOT_KNOWN);
    assertThat(chair.refuses(0, NINA, START)).hasSize(1);
    chair.accepts(-3, DORA, override(DORA, "still awake")).accepts(0, NINA, START);
  }

  @Test
  void nothingIsDecidedWhereNothingWasTaken() {
    assertThat(Chair.ready().refuses(-3, DORA, override(DORA, "awake")))
        .containsExactly("Nothing was said that a physician has to decide on");
    assertThat(Chair.opened().refuses(-3, DORA, override(DORA, "awake"))).hasSize(1);
  }

  /// Asked at 11:40; four hours later is 15:40, which is minute 220.
  @ParameterizedTest
  @CsvSource({"219.98, true", "220, true", "220.02, false"})
  @Verifies("H31")
  void anAnswerCountsFourHours(double minute, boolean starts) {
    var chair = Chair.opened().timeOut().prepared(right()).checked(right()).looked(minute - 1);
    var outcome = chair.outcome(minute, minute, NINA, START);
    assertThat(outcome instanceof Outcome.Accepted).isEqualTo(starts);
  }

  @Test
  void everyQuestionIsAnsweredOnceAndWhatWasTakenWithHowMuchAndWhen() {
    var chair = Chair.opened();
    var all = answers(Said.NONE);
    assertThat(chair.refuses(-20, NINA, new InfusionCommand.AskTaken(List.of())))
        .hasSize(all.size())
        .allMatch(message -> message.contains("not known"));
    assertThat(
            chair.refuses(
                -20, NINA, new InfusionCommand.AskTaken(with("alcohol", Said.TAKEN, "", ""))))
        .containsExactly("Write down how much", "Write down when");
    var twice = new ArrayList<>(all);
    twice.add(all.getFirst());
    assertThat(chair.refuses(-20, NINA, new InfusionCommand.AskTaken(twice))).hasSize(1);
  }

  @Test
  void onceItRunsNothingMoreIsAsked() {
    assertThat(Chair.running().refuses(5, NINA, new InfusionCommand.AskTaken(answers(Said.NONE))))
        .hasSize(1);
  }
}

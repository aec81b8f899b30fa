package org.nepenthe.care.followup;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.CareEvent;
import org.nepenthe.care.decision.RuleId;
import org.nepenthe.care.outcome.Answers;
import org.nepenthe.knowledge.KnowledgeBase;
import org.nepenthe.knowledge.instrument.InstrumentCard;

/// The patient gave an answer that is talked about the same day whatever the score is, such as
/// thoughts of self-harm. It stands beside the answers it came from, as judged when they were
/// recorded.
///
/// @param rule the instrument
/// @param asks the item as it was put to the patient
/// @param answer in the instrument's words
/// @param says what is to be done
public record SafetyAnswerGiven(
    RuleId rule, String asks, String answer, String says, Instant at, Actor by)
    implements CareEvent {

  /// What answers call for it, by the instruments in force on a day.
  public static List<SafetyAnswerGiven> in(ScoresTaken taken, KnowledgeBase base, LocalDate day) {
    return taken.answers().stream()
        .flatMap(answers ->
            InstrumentCard.find(base, day, answers.instrument()).stream()
                .flatMap(card -> in(card, answers, taken).stream()))
        .toList();
  }

  private static List<SafetyAnswerGiven> in(
      InstrumentCard card, Answers answers, ScoresTaken taken) {
    var given = new ArrayList<SafetyAnswerGiven>();
    for (var safety : card.safetyAnswers()) {
      var answer = answers.items().get(safety.item());
      if (answer != null && safety.answer().isBreachedBy(BigDecimal.valueOf(answer))) {
        given.add(
            new SafetyAnswerGiven(
                RuleId.of(card.id()),
                asks(card, safety.item()),
                words(card, answer),
                safety.says(),
                taken.at(),
                taken.by()));
      }
    }
    return given;
  }

  private static String asks(InstrumentCard card, String key) {
    return card.items().stream()
        .filter(item -> item.key().equals(key))
        .flatMap(item -> item.asks().stream())
        .findFirst()
        .orElse(key);
  }

  private static String words(InstrumentCard card, int answer) {
    return card.answers().stream()
        .filter(one -> one.value() == answer)
        .map(InstrumentCard.Answer::words)
        .findFirst()
        .orElse(Integer.toString(answer));
  }
}

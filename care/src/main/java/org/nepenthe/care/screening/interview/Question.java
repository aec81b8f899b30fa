package org.nepenthe.care.screening.interview;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nepenthe.care.decision.RuleId;
import org.nepenthe.knowledge.Amount;
import org.nepenthe.knowledge.Entry;
import org.nepenthe.knowledge.KnowledgeBase;
import org.nepenthe.knowledge.Values;

/// One question of the interview.
///
/// @param asks the question itself, to be answered present, absent or not known
/// @param help what counts, in a sentence or two
/// @param validFor how long an answer counts
/// @param neededBy the rules that cannot be decided without it
public record Question(
    String id, String title, String asks, String help, Amount validFor, List<RuleId> neededBy) {
  public Question {
    neededBy = List.copyOf(neededBy);
  }

  /// The whole interview of a day, by id and in the order of the knowledge.
  ///
  /// @param rules the entries of all screening rules
  public static Map<String, Question> interview(
      KnowledgeBase knowledge, List<Entry> rules, LocalDate day) {
    var questions = new LinkedHashMap<String, Question>();
    for (var entry : knowledge.ofKind("interview-question")) {
      entry
          .on(day)
          .ifPresent(values ->
              questions.put(
                  entry.id(),
                  new Question(
                      entry.id(),
                      entry.title(),
                      values.text("asks"),
                      values.text("help"),
                      values.amount("valid-for"),
                      neededBy(entry.id(), rules, day))));
    }
    return questions;
  }

  private static List<RuleId> neededBy(String question, List<Entry> rules, LocalDate day) {
    return rules.stream()
        .filter(rule -> rule.on(day).filter(values -> asks(values, question)).isPresent())
        .map(rule -> RuleId.of(rule.id()))
        .toList();
  }

  private static boolean asks(Values rule, String question) {
    return rule.references("question").contains(question)
        || rule.references("done-question").contains(question)
        || rule.references("not-possible").contains(question)
        || rule.references("risk-question").contains(question);
  }
}

package org.nepenthe.care.screening;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.nepenthe.care.decision.RuleId;
import org.nepenthe.knowledge.Amount;
import org.nepenthe.knowledge.Entry;
import org.nepenthe.knowledge.KnowledgeBase;

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

  /// The whole interview of a day, in the order of the knowledge.
  public static List<Question> interview(KnowledgeBase knowledge, LocalDate day) {
    var questions = new ArrayList<Question>();
    for (var entry : knowledge.ofKind("interview-question")) {
      if (entry.on(day).isPresent()) {
        questions.add(of(entry, knowledge, day));
      }
    }
    return List.copyOf(questions);
  }

  static Question of(Entry entry, KnowledgeBase knowledge, LocalDate day) {
    var values =
        entry
            .on(day)
            .orElseThrow(
                () -> new IllegalStateException(entry.id() + " is asked for but not in force"));
    return new Question(
        entry.id(),
        entry.title(),
        values.text("asks"),
        values.text("help"),
        values.amount("valid-for"),
        neededBy(entry.id(), knowledge, day));
  }

  private static List<RuleId> neededBy(String question, KnowledgeBase knowledge, LocalDate day) {
    return RuleKind.entries(knowledge).stream()
        .filter(rule ->
            rule.on(day).stream()
                .anyMatch(values ->
                    values.references("question").contains(question)
                        || values.references("done-question").contains(question)))
        .map(rule -> RuleId.of(rule.id()))
        .toList();
  }
}

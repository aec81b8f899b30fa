package org.nepenthe.clinic.screening;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.nepenthe.care.screening.interview.Answer;
import org.nepenthe.care.screening.interview.InterviewAnswered;
import org.nepenthe.care.screening.interview.Question;
import org.nepenthe.clinic.platform.form.Form;

/// One question of the interview as the page shows it.
///
/// @param answer the newest that counts, whatever its age
/// @param counts whether that answer is fresh enough to be used
/// @param validUntil how long it counts; empty where nothing was answered
/// @param chart what the chart says that bears on it
/// @param needed why rules cannot be decided without it, or in spite of its answer; empty where
///     nothing waits for it
/// @param form with what was typed, and what is to be mended
public record QuestionRow(
    Question question,
    Optional<InterviewAnswered> answer,
    boolean counts,
    Optional<Instant> validUntil,
    List<ChartMention> chart,
    List<String> needed,
    Form form) {
  static final String NEVER = "never";

  public QuestionRow {
    chart = List.copyOf(chart);
    needed = List.copyOf(needed);
  }

  QuestionRow with(Form typed) {
    return new QuestionRow(question, answer, counts, validUntil, chart, needed, typed);
  }

  public String id() {
    return question.id();
  }

  /// Whether somebody still has to answer it, or to resolve a contradiction.
  public boolean open() {
    return !needed.isEmpty();
  }

  /// Whether the chart alone says that it is so.
  public boolean settledByChart() {
    return !open() && chart.stream().anyMatch(ChartMention::states);
  }

  /// What an answer that does not settle the question leaves to be done.
  public List<String> unsettled() {
    return counts ? needed : List.of();
  }

  public boolean has(Answer chosen) {
    return counts && answer.map(given -> given.answer() == chosen).orElse(false);
  }

  /// The entries a physician may say do not hold.
  public List<ChartMention> refutable() {
    return chart.stream().filter(ChartMention::states).toList();
  }

  public boolean refutes(ChartMention mention) {
    return answer.map(given -> given.refutes().containsAll(mention.sourceIds())).orElse(false);
  }

  /// Names the answer that was seen when the row was made.
  public String seen() {
    return seen(answer);
  }

  static String seen(Optional<InterviewAnswered> answer) {
    return answer.map(given -> given.at().toString()).orElse(NEVER);
  }
}

package org.nepenthe.clinic.screening;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import org.nepenthe.care.decision.Reading;
import org.nepenthe.care.screening.interview.Question;
import org.nepenthe.care.screening.rules.Bearing;
import org.nepenthe.clinic.platform.form.Form;
import org.nepenthe.knowledge.KnowledgeBase;

/// The interview of a course, grouped by what an answer would mean.
public record InterviewView(List<Group> groups) {
  public InterviewView {
    groups = List.copyOf(groups);
  }

  /// Questions whose answers mean the same.
  public record Group(String title, List<QuestionRow> rows) {
    public Group {
      rows = List.copyOf(rows);
    }

    public long open() {
      return rows.stream().filter(QuestionRow::open).count();
    }
  }

  public int total() {
    return groups.stream().mapToInt(group -> group.rows().size()).sum();
  }

  public long open() {
    return groups.stream().mapToLong(Group::open).sum();
  }

  /// When the first of the answers that count stops counting.
  public Optional<Instant> countsUntil() {
    return groups.stream()
        .flatMap(group -> group.rows().stream())
        .filter(QuestionRow::counts)
        .flatMap(row -> row.validUntil().stream())
        .min(Instant::compareTo);
  }

  /// The same, with one row as somebody typed it.
  InterviewView with(Question question, Form form) {
    return new InterviewView(
        groups.stream()
            .map(group ->
                new Group(
                    group.title(),
                    group.rows().stream()
                        .map(row -> row.id().equals(question.id()) ? row.with(form) : row)
                        .toList()))
            .toList());
  }

  static InterviewView of(
      List<Question> questions, Standing standing, KnowledgeBase knowledge, LocalDate day) {
    var grouped = new EnumMap<Bearing, List<QuestionRow>>(Bearing.class);
    for (var question : questions) {
      grouped
          .computeIfAbsent(bearing(question, knowledge, day), _ -> new ArrayList<>())
          .add(row(question, standing, knowledge, day, Form.blank()));
    }
    var groups = new ArrayList<Group>();
    grouped.forEach((bearing, rows) -> groups.add(new Group(title(bearing), rows)));
    return new InterviewView(groups);
  }

  static QuestionRow row(
      Question question, Standing standing, KnowledgeBase knowledge, LocalDate day, Form form) {
    var interview = standing.facts().interview();
    var at = standing.today().decidedAt();
    var validFor = question.validFor().duration();
    var answer = interview.latest(question.id());
    boolean counts = interview.reading(question.id(), validFor, at) instanceof Reading.Fresh;
    return new QuestionRow(
        question,
        answer,
        counts,
        answer.map(given -> given.at().plus(validFor)),
        new ChartBearing(knowledge, day).on(question, standing.facts()),
        needed(question, standing),
        form);
  }

  private static List<String> needed(Question question, Standing standing) {
    return standing.missing().stream()
        .filter(fact -> fact.question().filter(question.id()::equals).isPresent())
        .map(fact -> fact.title() + ": " + fact.missing())
        .toList();
  }

  /// The gravest thing an answer would mean.
  private static Bearing bearing(Question question, KnowledgeBase knowledge, LocalDate day) {
    return question.neededBy().stream()
        .map(rule -> RuleBearing.of(rule, knowledge, day))
        .min(Bearing::compareTo)
        .orElse(Bearing.PRECAUTION);
  }

  private static String title(Bearing bearing) {
    return switch (bearing) {
      case ABSOLUTE -> "Would rule treatment out";
      case RELATIVE -> "Would speak against treatment";
      case PRECAUTION -> "To be minded during treatment";
      case TEST -> "Tests before the first infusion";
    };
  }
}

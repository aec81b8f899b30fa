package org.nepenthe.care.outcome;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nepenthe.evidence.Evidence;
import org.nepenthe.knowledge.Entry;
import org.nepenthe.knowledge.KnowledgeBase;
import org.nepenthe.knowledge.Range;
import org.nepenthe.knowledge.Values;

/// A questionnaire with whole-number answers, as the knowledge base has it.
public record Instrument(
    String id,
    String title,
    String shortTitle,
    List<Item> items,
    Range scale,
    ScoredBy scoredBy,
    String licence,
    List<Evidence> evidence) {
  /// Pain from 0 to 10.
  public static final String NRS = "FUP-NRS-01";

  /// Pain, enjoyment and general activity from 0 to 10.
  public static final String PEG = "FUP-PEG-01";

  /// A mean of whole numbers is kept to as many digits as anybody can read from it.
  private static final int DIGITS = 4;

  public Instrument {
    items = List.copyOf(items);
    evidence = List.copyOf(evidence);
  }

  /// One question.
  ///
  /// @param none what the lowest answer stands for
  /// @param worst what the highest answer stands for
  public record Item(String key, String asks, String none, String worst) {}

  /// How answers become a score.
  public enum ScoredBy {
    SINGLE_ANSWER,
    MEAN
  }

  /// Every instrument in force on a day, in the order of the knowledge base.
  public static List<Instrument> all(KnowledgeBase base, LocalDate day) {
    return base.ofKind("instrument").stream()
        .flatMap(entry -> entry.on(day).map(values -> of(entry, values)).stream())
        .toList();
  }

  public static Optional<Instrument> of(KnowledgeBase base, String id, LocalDate day) {
    return all(base, day).stream().filter(instrument -> instrument.id().equals(id)).findFirst();
  }

  public int lowest() {
    return scale.from().intValueExact();
  }

  public int highest() {
    return scale.to().intValueExact();
  }

  /// The score, or why there is none.
  public Score score(Answers answers) {
    var why = new ArrayList<String>();
    if (!answers.instrument().equals(id)) {
      why.add("these are answers to another instrument");
    }
    for (var item : items) {
      var answer = answers.items().get(item.key());
      if (answer == null) {
        why.add("not answered: " + item.asks());
      } else if (!scale.contains(BigDecimal.valueOf(answer))) {
        why.add("outside " + scale.words() + ": " + item.asks());
      }
    }
    if (answers.items().size() > items.size()) {
      why.add("answers to items that are not in it");
    }
    return why.isEmpty() ? new Score.Valid(value(answers)) : new Score.NotValid(why);
  }

  private BigDecimal value(Answers answers) {
    var sum =
        answers.items().values().stream()
            .map(BigDecimal::valueOf)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return switch (scoredBy) {
      case SINGLE_ANSWER -> sum;
      case MEAN ->
          sum.divide(
              BigDecimal.valueOf(items.size()), new MathContext(DIGITS, RoundingMode.HALF_UP));
    };
  }

  private static Instrument of(Entry entry, Values values) {
    return new Instrument(
        entry.id(),
        entry.title(),
        values.text("short"),
        values.groups("items").stream()
            .map(item ->
                new Item(
                    item.text("key"), item.text("asks"), item.text("none"), item.text("worst")))
            .toList(),
        values.range("scale"),
        values.choice("scored-by", ScoredBy.class),
        values.text("licence"),
        values.evidence());
  }
}

package org.nepenthe.knowledge.instrument;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The score of an instrument, or why there is none. An answer that is missing never counts as the
/// harmless one.
public sealed interface CardScore {
  record Valid(BigDecimal value) implements CardScore {}

  /// @param why at least one reason
  record NotValid(List<String> why) implements CardScore {
    public NotValid {
      why = List.copyOf(why);
    }
  }

  /// Sex as an instrument weighs it. Instruments that weigh by sex know no third word; whoever fits
  /// neither gets no score from them.
  enum WeighedAs {
    FEMALE,
    MALE
  }

  /// Scores answers.
  ///
  /// @param answers by item key; yes is 1 and no is 0 where items are answered yes or no
  /// @param weighedAs needed by instruments whose points differ by sex
  static CardScore of(
      InstrumentCard card, Map<String, Integer> answers, Optional<WeighedAs> weighedAs) {
    var why = new ArrayList<String>();
    if (card.scoring() == Scoring.NOT_HERE) {
      why.add(card.shortTitle() + " is scored by its owner's rules, which are not here");
    }
    for (var item : card.items()) {
      var answer = answers.get(item.key());
      if (answer == null) {
        why.add("not answered: " + item.asks().orElse(item.key()));
      } else if (!allowed(card, answer)) {
        why.add("not an answer of " + card.shortTitle() + ": " + answer);
      }
    }
    if (answers.size() > card.items().size()) {
      why.add("answers to items that are not in it");
    }
    if (card.scoring() == Scoring.WEIGHTED_YES && weighedAs.isEmpty()) {
      why.add("the points differ between women and men, and the sex is not known");
    }
    return why.isEmpty() ? new Valid(value(card, answers, weighedAs)) : new NotValid(why);
  }

  private static boolean allowed(InstrumentCard card, int answer) {
    return switch (card.scoring()) {
      case COUNT, WEIGHTED_YES -> answer == 0 || answer == 1;
      case SINGLE_ANSWER, SUM, MEAN ->
          card.answers().isEmpty()
              ? card.scale().filter(scale -> scale.contains(BigDecimal.valueOf(answer))).isPresent()
              : card.answers().stream().anyMatch(allowed -> allowed.value() == answer);
      case NOT_HERE -> false;
    };
  }

  private static BigDecimal value(
      InstrumentCard card, Map<String, Integer> answers, Optional<WeighedAs> weighedAs) {
    var points =
        card.items().stream()
            .map(item -> points(card, item, answers.getOrDefault(item.key(), 0), weighedAs))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return card.scoring() == Scoring.MEAN
        ? points.divide(
            BigDecimal.valueOf(card.items().size()), new MathContext(4, RoundingMode.HALF_UP))
        : points;
  }

  private static BigDecimal points(
      InstrumentCard card, InstrumentCard.Item item, int answer, Optional<WeighedAs> weighedAs) {
    return switch (card.scoring()) {
      case SINGLE_ANSWER, SUM, MEAN, NOT_HERE -> BigDecimal.valueOf(answer);
      case COUNT -> (answer == 1) == item.countsWhenYes() ? BigDecimal.ONE : BigDecimal.ZERO;
      case WEIGHTED_YES ->
          answer == 0
              ? BigDecimal.ZERO
              : (weighedAs.orElseThrow() == WeighedAs.FEMALE ? item.yesFemale() : item.yesMale())
                  .orElseThrow();
    };
  }
}

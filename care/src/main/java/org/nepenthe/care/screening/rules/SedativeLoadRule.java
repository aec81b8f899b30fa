package org.nepenthe.care.screening.rules;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nepenthe.care.decision.Input.What;
import org.nepenthe.care.decision.Reading.Fresh;
import org.nepenthe.care.decision.Verdict;
import org.nepenthe.care.screening.facts.ClinicDates;
import org.nepenthe.care.screening.facts.ScreeningFacts;
import org.nepenthe.care.screening.facts.ScreeningFacts.Mention;
import org.nepenthe.care.screening.interview.Answer;
import org.nepenthe.care.screening.interview.InterviewAnswered;
import org.nepenthe.care.screening.interview.Question;
import org.nepenthe.knowledge.Amount;
import org.nepenthe.knowledge.Values;

/// Met where the chart lists several kinds of sedating medicine or substance at once: each adds to
/// the other, and ketamine to all of them.
final class SedativeLoadRule implements ScreeningRule {
  private final RuleText text;
  private final List<Kind> kinds;
  private final Amount together;
  private final Question asked;
  private final ClinicDates dates;

  private record Kind(String name, List<String> concepts) {
    static Kind of(Values item) {
      return new Kind(item.text("name"), item.references("concepts"));
    }
  }

  SedativeLoadRule(RuleText text, Question asked, ClinicDates dates) {
    this.text = text;
    this.kinds = text.values().groups("sedating").stream().map(Kind::of).toList();
    this.together = text.values().amount("together");
    this.asked = asked;
    this.dates = dates;
  }

  @Override
  public Scope looksAt() {
    return kinds.stream()
        .map(kind -> Scope.of(What.MEDICINE, kind.concepts()).and(What.CONDITION, kind.concepts()))
        .reduce(Scope.of(What.ANSWER, List.of(asked.id())), Scope::and);
  }

  @Override
  public Assessed assess(ScreeningFacts facts, Instant at) {
    return text.found(
        text.bearing(),
        verdict(facts, at),
        "kinds of sedating medicine together: " + together.words(),
        List.of(new Settling.Ask(asked.id(), asked.asks())),
        asked.id());
  }

  private Verdict verdict(ScreeningFacts facts, Instant at) {
    var listed = new LinkedHashMap<String, List<Mention>>();
    var doubtful = new ArrayList<Mention>();
    for (var kind : kinds) {
      var medicines = facts.medicines(kind.concepts());
      var conditions = facts.conditions(kind.concepts());
      var stated = new ArrayList<>(medicines.stated());
      stated.addAll(conditions.stated());
      if (!stated.isEmpty()) {
        listed.put(kind.name(), stated);
      }
      doubtful.addAll(medicines.doubtful());
    }
    var words = listed.isEmpty() ? "none on the list" : words(listed);
    if (together.isBreachedBy(BigDecimal.valueOf(listed.size()))) {
      return new Verdict.Met(words, Optional.empty());
    }
    var reading = facts.interview().reading(asked.id(), asked.validFor().duration(), at);
    if (!(reading instanceof Fresh<InterviewAnswered>(var answer, var when))
        || answer.answer() == Answer.NOT_KNOWN) {
      return Verdict.unknown(words + "; what else sedates is not known");
    }
    var unseen =
        facts.medicines(List.of()).unmapped().stream()
            .filter(mention -> mention.recordedAt().isAfter(answer.at()))
            .toList();
    if (!unseen.isEmpty()) {
      return Verdict.unknown(words + "; the list has since gained medicines nobody mapped");
    }
    return Verdict.notMet(
        words
            + (doubtful.isEmpty() ? "" : ", and some that may no longer be taken")
            + "; asked by "
            + answer.by().name()
            + " on "
            + dates.day(when),
        when);
  }

  private static String words(Map<String, List<Mention>> listed) {
    return listed.entrySet().stream()
        .map(kind ->
            kind.getKey()
                + ": "
                + kind.getValue().stream()
                    .map(Mention::words)
                    .distinct()
                    .collect(Collectors.joining(", ")))
        .collect(Collectors.joining("; "));
  }
}

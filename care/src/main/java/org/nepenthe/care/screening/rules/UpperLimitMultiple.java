package org.nepenthe.care.screening.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nepenthe.care.chart.Measurement;
import org.nepenthe.care.decision.Input.What;
import org.nepenthe.care.decision.Reading;
import org.nepenthe.care.decision.Reading.Absent;
import org.nepenthe.care.decision.Reading.Fresh;
import org.nepenthe.care.decision.Reading.Stale;
import org.nepenthe.care.decision.Verdict;
import org.nepenthe.care.screening.facts.ClinicDates;
import org.nepenthe.care.screening.facts.ScreeningFacts;
import org.nepenthe.care.screening.interview.Answer;
import org.nepenthe.care.screening.interview.InterviewAnswered;
import org.nepenthe.care.screening.interview.Question;
import org.nepenthe.knowledge.Amount;
import org.nepenthe.knowledge.Values;

/// Met where a fresh laboratory value is as many times the laboratory's own upper limit of normal
/// as the entry says. Laboratories differ: a result that came without its limit says nothing here,
/// until somebody who has the report in hand attests what it says.
///
/// Where nothing was measured, a healthy person needs no test; somebody at risk does.
final class UpperLimitMultiple implements ScreeningRule {
  private final RuleText text;
  private final List<Measured> measured;
  private final Amount freshFor;
  private final Question risk;
  private final Question asked;
  private final ClinicDates dates;
  private final String limit;
  private final List<Settling> settledBy;

  private record Measured(String name, List<String> concepts, Amount limit) {
    static Measured of(Values item) {
      return new Measured(item.text("name"), item.references("concept"), item.amount("limit"));
    }
  }

  UpperLimitMultiple(RuleText text, Question risk, Question asked, ClinicDates dates) {
    this.text = text;
    this.measured = text.values().groups("measured").stream().map(Measured::of).toList();
    this.freshFor = text.values().amount("fresh-for");
    this.risk = risk;
    this.asked = asked;
    this.dates = dates;
    this.limit =
        measured.stream()
                .map(each -> each.name() + " " + each.limit().words())
                .collect(Collectors.joining(", or "))
            + ", measured within "
            + freshFor.words();
    this.settledBy =
        List.of(
            new Settling.Order(measured.stream().map(Measured::name).toList()),
            new Settling.Ask(asked.id(), asked.asks()));
  }

  @Override
  public Scope looksAt() {
    return Scope.of(What.ANSWER, List.of(risk.id(), asked.id()))
        .and(
            What.MEASUREMENT, measured.stream().flatMap(each -> each.concepts().stream()).toList());
  }

  @Override
  public Assessed assess(ScreeningFacts facts, Instant at) {
    return text.found(text.bearing(), verdict(facts, at), limit, settledBy, asked.id());
  }

  private Verdict verdict(ScreeningFacts facts, Instant at) {
    return measured.stream()
        .map(each -> assess(each, facts, at))
        .reduce(Verdict::or)
        .orElseThrow(() -> new IllegalStateException(text.id() + " measures nothing"));
  }

  private Verdict assess(Measured each, ScreeningFacts facts, Instant at) {
    Reading<Measurement> reading =
        facts
            .newest(each.concepts())
            .map(value -> Reading.of(value, value.at(), at, freshFor.duration()))
            .orElseGet(Reading::absent);
    return switch (reading) {
      case Fresh<Measurement>(var value, var when) ->
          value
              .upperLimit()
              .filter(limit -> limit.signum() > 0)
              .map(limit -> compared(each, value, limit, when))
              .orElseGet(() -> attested(each, value, facts, at));
      case Stale<Measurement>(var value, var when) -> stale(each, value, when, facts, at);
      case Absent<Measurement> _ -> unmeasured(each.name() + " was never measured", facts, at);
    };
  }

  private Verdict compared(Measured each, Measurement value, BigDecimal limit, Instant when) {
    var times = value.value().divide(limit, 2, RoundingMode.DOWN).stripTrailingZeros();
    var words =
        each.name()
            + " "
            + times.toPlainString()
            + " "
            + each.limit().unit().shown()
            + " ("
            + value.value().toPlainString()
            + " "
            + value.unit()
            + ", the laboratory's limit is "
            + limit.toPlainString()
            + ") on "
            + dates.day(when);
    return breached(each, value.value(), limit)
        ? Verdict.met(words, when)
        : Verdict.notMet(words, when);
  }

  /// The division is exact enough to stand on either side of the limit, wherever it is rounded.
  private static boolean breached(Measured each, BigDecimal value, BigDecimal limit) {
    return each.limit().isBreachedBy(value.divide(limit, 12, RoundingMode.HALF_EVEN));
  }

  private Verdict attested(Measured each, Measurement value, ScreeningFacts facts, Instant at) {
    var without =
        each.name()
            + " of "
            + dates.day(value.at())
            + " came without the laboratory's upper limit of normal";
    return answer(facts, at)
        .filter(answer -> !answer.at().isBefore(value.at()))
        .<Verdict>map(answer ->
            answer.answer() == Answer.PRESENT
                ? Verdict.met(without + "; markedly raised, " + by(answer), answer.at())
                : Verdict.notMet(without + "; not markedly raised, " + by(answer), answer.at()))
        .orElseGet(() -> Verdict.unknown(without));
  }

  private Verdict stale(
      Measured each, Measurement value, Instant when, ScreeningFacts facts, Instant at) {
    if (when.isAfter(at)) {
      return Verdict.unknown(each.name() + " is dated in the future: " + dates.day(when));
    }
    var words = each.name() + " was last measured on " + dates.day(when) + ", too long ago";
    boolean wasRaised =
        value
            .upperLimit()
            .filter(limit -> limit.signum() > 0)
            .filter(limit -> breached(each, value.value(), limit))
            .isPresent();
    return wasRaised
        ? Verdict.unknown(words + ", and was markedly raised then")
        : unmeasured(words, facts, at);
  }

  private Verdict unmeasured(String words, ScreeningFacts facts, Instant at) {
    var reading = facts.interview().reading(risk.id(), risk.validFor().duration(), at);
    return reading instanceof Fresh<InterviewAnswered>(var answer, var when)
            && answer.answer() == Answer.ABSENT
        ? Verdict.notMet(words + "; no risk to the liver, " + by(answer), when)
        : Verdict.unknown(words);
  }

  /// A fresh answer that says one or the other.
  private Optional<InterviewAnswered> answer(ScreeningFacts facts, Instant at) {
    return facts.interview().reading(asked.id(), asked.validFor().duration(), at).fresh().stream()
        .filter(answer -> answer.answer() != Answer.NOT_KNOWN)
        .findFirst();
  }

  private String by(InterviewAnswered answer) {
    return "attested by "
        + answer.by().name()
        + ", "
        + answer.by().role().words()
        + ", on "
        + dates.day(answer.at());
  }
}

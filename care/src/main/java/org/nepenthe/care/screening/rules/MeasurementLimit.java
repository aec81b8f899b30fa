package org.nepenthe.care.screening.rules;

import java.time.Instant;
import java.util.List;
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
import org.nepenthe.knowledge.Amount;
import org.nepenthe.knowledge.Values;

/// Met where the newest of any of the measured values is fresh and breaches its limit.
final class MeasurementLimit implements ScreeningRule {
  private final RuleText text;
  private final List<Measured> measured;
  private final Amount freshFor;
  private final ClinicDates dates;
  private final String limit;
  private final List<Settling> settledBy;

  private record Measured(String name, List<String> concepts, Amount limit) {
    static Measured of(Values item) {
      return new Measured(item.text("name"), item.references("concept"), item.amount("limit"));
    }
  }

  MeasurementLimit(RuleText text, ClinicDates dates) {
    this.text = text;
    this.measured = text.values().groups("measured").stream().map(Measured::of).toList();
    this.freshFor = text.values().amount("fresh-for");
    this.dates = dates;
    this.limit =
        measured.stream()
                .map(each -> each.name() + " " + each.limit().words())
                .collect(Collectors.joining(", or "))
            + ", measured within "
            + freshFor.words();
    this.settledBy = List.of(new Settling.Measure(measured.stream().map(Measured::name).toList()));
  }

  @Override
  public Scope looksAt() {
    return Scope.of(
        What.MEASUREMENT, measured.stream().flatMap(each -> each.concepts().stream()).toList());
  }

  @Override
  public Assessed assess(ScreeningFacts facts, Instant at) {
    var verdict =
        measured.stream()
            .map(each -> assess(each, facts, at))
            .reduce(Verdict::or)
            .orElseThrow(() -> new IllegalStateException(text.id() + " measures nothing"));
    return text.found(text.bearing(), verdict, limit, settledBy);
  }

  private Verdict assess(Measured each, ScreeningFacts facts, Instant at) {
    var newest = facts.newest(each.concepts());
    Reading<Measurement> reading =
        newest
            .map(value -> Reading.of(value, value.at(), at, freshFor.duration()))
            .orElseGet(Reading::absent);
    return switch (reading) {
      case Fresh<Measurement>(var value, var when)
          when !value.unit().equals(each.limit().unit().ucum()) ->
          Verdict.unknown(each.name() + " of " + dates.day(when) + " is in " + value.unit());
      case Fresh<Measurement>(var value, var when) when each.limit().isBreachedBy(value.value()) ->
          Verdict.met(words(each, value), when);
      case Fresh<Measurement>(var value, var when) -> Verdict.notMet(words(each, value), when);
      case Stale<Measurement>(_, var when) ->
          Verdict.unknown(
              each.name()
                  + (when.isAfter(at)
                      ? " is dated in the future: " + dates.day(when)
                      : " was last measured on " + dates.day(when) + ", too long ago"));
      case Absent<Measurement> _ -> Verdict.unknown(each.name() + " was never measured");
    };
  }

  private String words(Measured each, Measurement value) {
    return each.name()
        + " "
        + value.value().toPlainString()
        + " "
        + each.limit().unit().shown()
        + " on "
        + dates.day(value.at());
  }
}

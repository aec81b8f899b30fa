package org.nepenthe.care.screening.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nepenthe.care.decision.Input.What;
import org.nepenthe.care.decision.Reading.Fresh;
import org.nepenthe.care.decision.Verdict;
import org.nepenthe.care.screening.facts.ClinicDates;
import org.nepenthe.care.screening.facts.ScreeningFacts;
import org.nepenthe.care.screening.interview.InterviewAnswered;
import org.nepenthe.care.screening.interview.Question;
import org.nepenthe.care.screening.load.OpioidLoad;
import org.nepenthe.care.screening.load.Opioids;
import org.nepenthe.knowledge.Amount;

/// Met where the opioids of a day reach a number of morphine equivalents, or where one is taken
/// that has no factor. Not met only where every line was computed and somebody attested that the
/// list is complete.
final class OpioidLoadRule implements ScreeningRule {
  private final RuleText text;
  private final Opioids opioids;
  private final Amount limit;
  private final Question complete;
  private final ClinicDates dates;

  OpioidLoadRule(RuleText text, Opioids opioids, Question complete, ClinicDates dates) {
    this.text = text;
    this.opioids = opioids;
    this.limit = text.values().amount("limit");
    this.complete = complete;
    this.dates = dates;
  }

  @Override
  public Scope looksAt() {
    return Scope.of(What.ANSWER, List.of(complete.id()))
        .and(What.MEDICINE, Opioids.CONCEPTS)
        .and(What.OPIOID_DOSE);
  }

  @Override
  public Assessed assess(ScreeningFacts facts, Instant at) {
    var load = load(facts, at);
    var settling = new ArrayList<Settling>();
    for (var line : load.notComputed()) {
      settling.add(new Settling.StateDose(line.sourceId(), line.name()));
    }
    settling.add(new Settling.Ask(complete.id(), complete.asks()));
    return text.found(
        text.bearing(),
        verdict(load, facts, at),
        "opioids " + limit.words() + ", or one without a factor",
        settling,
        complete.id());
  }

  OpioidLoad load(ScreeningFacts facts, Instant at) {
    return opioids.load(facts, complete.validFor().duration(), at, dates);
  }

  private Verdict verdict(OpioidLoad load, ScreeningFacts facts, Instant at) {
    if (limit.isBreachedBy(load.total())) {
      return new Verdict.Met("the list comes to " + load.words(), Optional.empty());
    }
    if (!load.withoutFactor().isEmpty()) {
      var names =
          load.withoutFactor().stream()
              .map(OpioidLoad.WithoutFactor::name)
              .collect(Collectors.joining("; "));
      return new Verdict.Met(
          names + " has no factor; the rest is " + load.words(), Optional.empty());
    }
    if (!load.notComputed().isEmpty()) {
      return Verdict.unknown(
          load.notComputed().stream()
              .map(line -> line.name() + ": " + line.why())
              .collect(Collectors.joining("; ")));
    }
    return listed(load, facts, at);
  }

  private Verdict listed(OpioidLoad load, ScreeningFacts facts, Instant at) {
    var sum = "the list comes to " + load.words();
    var reading = facts.interview().reading(complete.id(), complete.validFor().duration(), at);
    if (!(reading instanceof Fresh<InterviewAnswered>(var answer, var when))) {
      return Verdict.unknown(sum + "; whether it is complete was not asked, or too long ago");
    }
    var unseen =
        facts.medicines(List.of()).unmapped().stream()
            .filter(mention -> mention.recordedAt().isAfter(answer.at()))
            .toList();
    if (!unseen.isEmpty()) {
      return Verdict.unknown(sum + "; it has since gained medicines nobody mapped");
    }
    return switch (answer.answer()) {
      case ABSENT ->
          Verdict.notMet(
              sum + ", complete by " + answer.by().name() + " on " + dates.day(when), when);
      case PRESENT -> Verdict.unknown(sum + ", and is not complete or not right");
      case NOT_KNOWN -> Verdict.unknown(sum + "; whether it is complete is not known");
    };
  }
}

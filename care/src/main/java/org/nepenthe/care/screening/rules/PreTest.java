package org.nepenthe.care.screening.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nepenthe.care.decision.Input.What;
import org.nepenthe.care.decision.Reading;
import org.nepenthe.care.decision.Reading.Fresh;
import org.nepenthe.care.decision.Verdict;
import org.nepenthe.care.decision.Verdict.Met;
import org.nepenthe.care.decision.Verdict.NotMet;
import org.nepenthe.care.decision.Verdict.Unknown;
import org.nepenthe.care.screening.facts.ClinicDates;
import org.nepenthe.care.screening.facts.ScreeningFacts;
import org.nepenthe.care.screening.interview.Answer;
import org.nepenthe.care.screening.interview.InterviewAnswered;
import org.nepenthe.care.screening.interview.Question;

/// Met where a test is due: the patient has the risk for which it is asked, and no result is fresh.
/// Whether the patient has the risk is a fact like any other, and may be unknown.
final class PreTest implements ScreeningRule {
  private final RuleText text;
  private final Question risk;
  private final Attestation attestation;
  private final Optional<Question> done;
  private final ChartBeside beside;
  private final ClinicDates dates;

  PreTest(RuleText text, Question risk, Optional<Question> done, ClinicDates dates) {
    this.text = text;
    this.risk = risk;
    this.attestation = new Attestation(risk, dates);
    this.done = done;
    this.beside = new ChartBeside(text.values().references("shown-beside"), dates);
    this.dates = dates;
  }

  @Override
  public Scope looksAt() {
    return Scope.of(What.ANSWER, List.of(risk.id()))
        .and(What.ANSWER, done.map(Question::id).stream().toList())
        .and(What.CONDITION, text.values().references("stated-by"))
        .and(What.MEASUREMENT, text.values().references("done-by"))
        .and(beside.looksAt());
  }

  @Override
  public Assessed assess(ScreeningFacts facts, Instant at) {
    var atRisk =
        attestation.settle(facts, facts.conditions(text.values().references("stated-by")), at);
    return text.found(
        Bearing.TEST,
        verdict(atRisk, facts, at),
        text.values().text("due-when"),
        List.of(new Settling.Ask(risk.id(), risk.asks())),
        risk.id());
  }

  private Verdict verdict(Verdict atRisk, ScreeningFacts facts, Instant at) {
    return switch (atRisk) {
      case NotMet _ -> atRisk;
      case Unknown _ -> atRisk;
      case Met(var observed, var when) -> {
        var result = result(facts, at);
        yield result.isPresent()
            ? new NotMet(observed + "; " + result.get().observed(), result.get().observedAt())
            : new Met(observed + "; no result that counts" + shown(facts), when);
      }
    };
  }

  /// That a test was done does not say what came out.
  private String shown(ScreeningFacts facts) {
    var words = beside.words(facts);
    return words.isEmpty() ? "" : ". " + words;
  }

  /// A fresh result, from an answer that attests it or from the laboratory.
  private Optional<Verdict> result(ScreeningFacts facts, Instant at) {
    return attested(facts, at).or(() -> measured(facts, at));
  }

  private Optional<Verdict> attested(ScreeningFacts facts, Instant at) {
    return done.flatMap(question -> {
      var reading = facts.interview().reading(question.id(), question.validFor().duration(), at);
      return reading instanceof Fresh<InterviewAnswered>(var answer, var when)
              && answer.answer() == Answer.PRESENT
          ? Optional.of(
              Verdict.met(
                  question.title()
                      + ", attested by "
                      + answer.by().name()
                      + " on "
                      + dates.day(when),
                  when))
          : Optional.empty();
    });
  }

  /// Every one of the measurements asked for must be fresh; one alone does not do for the others.
  private Optional<Verdict> measured(ScreeningFacts facts, Instant at) {
    var concepts = text.values().references("done-by");
    if (concepts.isEmpty()) {
      return Optional.empty();
    }
    var freshFor = text.values().amount("fresh-for").duration();
    var seen = new ArrayList<String>();
    var oldest = at;
    for (var concept : concepts) {
      var newest = facts.newest(List.of(concept));
      if (newest.isEmpty()
          || !(Reading.of(newest.get(), newest.get().at(), at, freshFor) instanceof Fresh)) {
        return Optional.empty();
      }
      var value = newest.get();
      oldest = value.at().isBefore(oldest) ? value.at() : oldest;
      seen.add(value.words() + " on " + dates.day(value.at()));
    }
    return Optional.of(Verdict.met(String.join("; ", seen), oldest));
  }
}

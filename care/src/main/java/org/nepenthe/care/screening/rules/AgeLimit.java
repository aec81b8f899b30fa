package org.nepenthe.care.screening.rules;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.nepenthe.care.decision.Input.What;
import org.nepenthe.care.decision.Verdict;
import org.nepenthe.care.screening.facts.ClinicDates;
import org.nepenthe.care.screening.facts.ScreeningFacts;
import org.nepenthe.knowledge.Amount;

/// Met where the patient's age in whole years breaches a limit.
final class AgeLimit implements ScreeningRule {
  private final RuleText text;
  private final Amount limit;
  private final ClinicDates dates;

  AgeLimit(RuleText text, ClinicDates dates) {
    this.text = text;
    this.limit = text.values().amount("limit");
    this.dates = dates;
  }

  @Override
  public Scope looksAt() {
    return Scope.NOTHING.and(What.PATIENT);
  }

  @Override
  public Assessed assess(ScreeningFacts facts, Instant at) {
    return text.found(
        text.bearing(),
        verdict(facts, at),
        "age " + limit.words(),
        List.of(new Settling.PutRight("Correct the date of birth on the chart")));
  }

  private Verdict verdict(ScreeningFacts facts, Instant at) {
    var identity = facts.chart().identity();
    var today = dates.dayOf(at);
    if (identity.birthDate().isAfter(today)) {
      return Verdict.unknown("the date of birth is in the future");
    }
    int age = identity.ageOn(today);
    var observed = "age " + age + " y";
    limit.in("a");
    return limit.isBreachedBy(BigDecimal.valueOf(age))
        ? Verdict.met(observed, at)
        : Verdict.notMet(observed, at);
  }
}

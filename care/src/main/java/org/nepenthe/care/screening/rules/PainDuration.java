package org.nepenthe.care.screening.rules;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.nepenthe.care.decision.Input.What;
import org.nepenthe.care.decision.Verdict;
import org.nepenthe.care.screening.facts.ScreeningFacts;
import org.nepenthe.knowledge.Amount;

/// Met where the referred pain has lasted less long than chronic pain is said to.
final class PainDuration implements ScreeningRule {
  private final RuleText text;
  private final Amount shortest;

  PainDuration(RuleText text) {
    this.text = text;
    this.shortest = text.values().amount("shortest");
    this.shortest.in("mo");
  }

  @Override
  public Scope looksAt() {
    return Scope.NOTHING.and(What.REFERRAL);
  }

  @Override
  public Assessed assess(ScreeningFacts facts, Instant at) {
    var verdict =
        facts
            .referral()
            .map(referral -> {
              var observed = "pain for " + referral.painMonths() + " mo at referral";
              return shortest.isBreachedBy(BigDecimal.valueOf(referral.painMonths()))
                  ? Verdict.met(observed, referral.receivedAt())
                  : Verdict.notMet(observed, referral.receivedAt());
            })
            .orElseGet(() -> Verdict.unknown("no referral says how long the pain has lasted"));
    return text.found(
        text.bearing(),
        verdict,
        "pain for " + shortest.words(),
        List.of(new Settling.PutRight("Enter the referral with the duration of the pain")));
  }
}

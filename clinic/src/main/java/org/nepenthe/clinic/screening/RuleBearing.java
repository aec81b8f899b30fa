package org.nepenthe.clinic.screening;

import java.time.LocalDate;
import org.nepenthe.care.decision.RuleId;
import org.nepenthe.care.screening.rules.Bearing;
import org.nepenthe.knowledge.KnowledgeBase;

/// What a rule means for eligibility, as its entry states it.
final class RuleBearing {
  private RuleBearing() {}

  /// A rule that states none asks for a test.
  static Bearing of(RuleId rule, KnowledgeBase knowledge, LocalDate day) {
    return knowledge
        .find(rule.value())
        .flatMap(entry -> entry.on(day))
        .filter(values -> values.findChoice("bearing").isPresent())
        .map(values -> values.choice("bearing", Bearing.class))
        .orElse(Bearing.TEST);
  }
}

package org.nepenthe.care.screening.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nepenthe.care.decision.Input.What;
import org.nepenthe.care.decision.Reason;
import org.nepenthe.care.decision.Verdict;
import org.nepenthe.care.referral.Referral;
import org.nepenthe.care.screening.facts.ClinicDates;
import org.nepenthe.care.screening.facts.ScreeningFacts;
import org.nepenthe.evidence.Evidence;
import org.nepenthe.evidence.Strength;
import org.nepenthe.knowledge.KnowledgeBase;
import org.nepenthe.knowledge.Values;

/// Met where the guideline's grade for the referred pain is as weak as the entry says or weaker, or
/// where it has none. The evidence shown is that of the indication itself, with what later
/// syntheses say against it.
final class IndicationGrade implements ScreeningRule {
  private final RuleText text;
  private final KnowledgeBase knowledge;
  private final ClinicDates dates;

  IndicationGrade(RuleText text, KnowledgeBase knowledge, ClinicDates dates) {
    this.text = text;
    this.knowledge = knowledge;
    this.dates = dates;
  }

  @Override
  public Scope looksAt() {
    return Scope.NOTHING.and(What.REFERRAL);
  }

  @Override
  public Assessed assess(ScreeningFacts facts, Instant at) {
    var weakFrom = text.values().choice("weak-from", Strength.class);
    var limit = "grade " + weakFrom + " or weaker, or none";
    var settledBy =
        List.<Settling>of(new Settling.PutRight("Enter the referral with the kind of pain"));
    var values =
        facts
            .referral()
            .flatMap(
                referral -> knowledge.entry(referral.diagnosis().indication()).on(dates.dayOf(at)));
    if (facts.referral().isEmpty() || values.isEmpty()) {
      return text.found(
          text.bearing(), Verdict.unknown("no referral says which pain"), limit, settledBy);
    }
    var strength = values.get().choice("grade", Strength.class);
    var found =
        text.found(
            text.bearing(),
            verdict(facts.referral(), strength, weakFrom, values.get().text("statement")),
            limit,
            settledBy);
    var own = found.reason();
    return new Assessed(
        new Reason(
            own.rule(),
            own.title(),
            own.verdict(),
            own.limit(),
            values.get().evidence(),
            against(values.get(), at)),
        found.bearing(),
        found.action(),
        found.settledBy(),
        found.question(),
        found.restriction());
  }

  private List<Evidence> against(Values indication, Instant at) {
    var against = new ArrayList<>(indication.against());
    for (var synthesis : indication.references("later")) {
      knowledge
          .entry(synthesis)
          .on(dates.dayOf(at))
          .ifPresent(values -> against.addAll(values.evidence()));
    }
    return against;
  }

  private Verdict verdict(
      Optional<Referral> referral, Strength grade, Strength weakFrom, String statement) {
    var diagnosis = referral.orElseThrow().diagnosis();
    var observed =
        knowledge.entry(diagnosis.indication()).title()
            + ": "
            + (grade == Strength.NONE ? "no grade" : "grade " + grade)
            + ". "
            + statement;
    boolean weak = grade.compareTo(weakFrom) >= 0;
    return weak
        ? Verdict.met(observed, referral.orElseThrow().receivedAt())
        : Verdict.notMet(observed, referral.orElseThrow().receivedAt());
  }
}

package org.nepenthe.care.screening;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.nepenthe.care.decision.CareEvent;
import org.nepenthe.care.decision.DecisionRecord;
import org.nepenthe.care.decision.RuleId;
import org.nepenthe.care.decision.Verdict;
import org.nepenthe.care.screening.examination.Examinations;
import org.nepenthe.care.screening.examination.Examined;
import org.nepenthe.care.screening.facts.ScreeningFacts;
import org.nepenthe.care.screening.interview.Interview;
import org.nepenthe.care.screening.interview.InterviewAnswered;
import org.nepenthe.care.screening.interview.OpioidDoseStated;
import org.nepenthe.care.screening.interview.TrialJudged;

/// A course's screening as its events left it.
///
/// @param doses what was stated on opioids, oldest first
/// @param trials what was said of earlier therapies, oldest first
/// @param decisions every decision as it was made, oldest first
/// @param overrides every override ever given, oldest first
public record ScreeningState(
    Interview interview,
    Examinations examinations,
    List<OpioidDoseStated> doses,
    List<TrialJudged> trials,
    List<Screened> decisions,
    List<ContraindicationOverridden> overrides) {
  public ScreeningState {
    doses = List.copyOf(doses);
    trials = List.copyOf(trials);
    decisions = List.copyOf(decisions);
    overrides = List.copyOf(overrides);
  }

  /// A rule that comes out differently now.
  public record Change(RuleId rule, String title, Verdict before, Verdict now) {}

  public static ScreeningState of(List<? extends CareEvent> events) {
    var answers = new ArrayList<InterviewAnswered>();
    var examined = new ArrayList<Examined>();
    var doses = new ArrayList<OpioidDoseStated>();
    var trials = new ArrayList<TrialJudged>();
    var decisions = new ArrayList<Screened>();
    var overrides = new ArrayList<ContraindicationOverridden>();
    for (var event : events) {
      if (event instanceof InterviewAnswered answer) {
        answers.add(answer);
      } else if (event instanceof Examined one) {
        examined.add(one);
      } else if (event instanceof OpioidDoseStated dose) {
        doses.add(dose);
      } else if (event instanceof TrialJudged trial) {
        trials.add(trial);
      } else if (event instanceof Screened screened) {
        decisions.add(screened);
      } else if (event instanceof ContraindicationOverridden override) {
        overrides.add(override);
      }
    }
    return new ScreeningState(
        new Interview(answers), new Examinations(examined), doses, trials, decisions, overrides);
  }

  public Optional<DecisionRecord<Eligibility>> latest() {
    return decisions.isEmpty() ? Optional.empty() : Optional.of(decisions.getLast().decision());
  }

  /// The latest decision after the overrides that hold; empty where nothing was decided.
  public Optional<EffectiveEligibility> effective() {
    return latest().map(decision -> EffectiveEligibility.of(decision.outcome(), overrides));
  }

  /// What the same rules say differently with the facts as they are now, or what other rules say:
  /// where it is not empty, the latest decision must not be relied on. Empty where nothing was
  /// decided.
  public List<Change> staleAgainst(Screening screening, ScreeningFacts facts, Instant at) {
    return latest().map(before -> changes(before, screening.assess(facts, at))).orElseGet(List::of);
  }

  /// What differs between two decisions, rule by rule.
  public static List<Change> changes(
      DecisionRecord<Eligibility> before, DecisionRecord<Eligibility> now) {
    var earlier = new HashMap<RuleId, Verdict>();
    before.reasons().forEach(reason -> earlier.put(reason.rule(), reason.verdict()));
    var changes = new ArrayList<Change>();
    for (var reason : now.reasons()) {
      var was =
          Optional.ofNullable(earlier.get(reason.rule()))
              .orElseGet(() -> Verdict.unknown("this rule was not in force"));
      if (!was.getClass().equals(reason.verdict().getClass())) {
        changes.add(new Change(reason.rule(), reason.title(), was, reason.verdict()));
      }
    }
    return List.copyOf(changes);
  }
}

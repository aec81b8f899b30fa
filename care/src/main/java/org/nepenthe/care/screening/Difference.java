package org.nepenthe.care.screening;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.nepenthe.care.decision.DecisionRecord;
import org.nepenthe.care.decision.RuleId;
import org.nepenthe.care.screening.Eligibility.Eligible;
import org.nepenthe.care.screening.Eligibility.NotEligible;
import org.nepenthe.care.screening.Eligibility.Undetermined;
import org.nepenthe.care.screening.ScreeningState.Change;
import org.nepenthe.care.screening.facts.ClinicDates;

/// What has become of a decision since it was made: the same rules, asked with the facts of today.
///
/// @param before what was decided, with the overrides that hold
/// @param now what the rules say today, with the overrides that still hold
/// @param changes the rules that come out differently; at least one
public record Difference(
    EffectiveEligibility before,
    Instant decidedAt,
    EffectiveEligibility now,
    List<Change> changes) {
  /// More reasons than these do not fit a sentence; the rest is counted.
  private static final int REASONS = 3;

  public Difference {
    changes = List.copyOf(changes);
  }

  /// Empty where every rule comes out as it did: the decision may still be relied on.
  public static Optional<Difference> between(
      DecisionRecord<Eligibility> decided,
      DecisionRecord<Eligibility> today,
      List<ContraindicationOverridden> overrides) {
    var changes = ScreeningState.changes(decided, today);
    return changes.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Difference(
                EffectiveEligibility.of(decided.outcome(), overrides),
                decided.decidedAt(),
                EffectiveEligibility.of(today.outcome(), overrides),
                changes));
  }

  /// True where the verdict itself is another one, and not only what stands behind it.
  public boolean verdictChanged() {
    return !before.eligibility().getClass().equals(now.eligibility().getClass());
  }

  /// True where the clinic was allowed to go on and no longer is.
  public boolean closesTheWay() {
    return before.mayProceed() && !now.mayProceed();
  }

  /// One sentence: `Was eligible on 03-May-2026; now not eligible, because ALT 4 × …`.
  ///
  /// @param zone the clinic's, in which days are written
  public String sentence(ZoneId zone) {
    var day = new ClinicDates(zone).day(decidedAt);
    var was = before.eligibility().words() + byOverride(before);
    var is = now.eligibility().words() + byOverride(now);
    return verdictChanged()
        ? "Was " + was + " on " + day + "; now " + is + ", because " + because() + "."
        : "Was " + was + " on " + day + " and still is, but " + because() + ".";
  }

  private static String byOverride(EffectiveEligibility effective) {
    return effective.overridden().isEmpty() || !effective.mayProceed() ? "" : " by override";
  }

  /// The changes that made the difference, in the words of the rules.
  public String because() {
    var telling = telling();
    var words =
        telling.stream()
            .limit(REASONS)
            .map(change -> change.title() + ": " + change.now().observed())
            .collect(Collectors.joining("; "));
    return telling.size() <= REASONS
        ? words
        : words + "; and " + (telling.size() - REASONS) + " more";
  }

  private List<Change> telling() {
    var deciding = new HashSet<>(deciding(now.eligibility()));
    if (now.eligibility() instanceof Eligible) {
      deciding.addAll(deciding(before.eligibility()));
    }
    var telling = new ArrayList<Change>();
    changes.stream().filter(change -> deciding.contains(change.rule())).forEach(telling::add);
    return telling.isEmpty() ? changes : telling;
  }

  private static Set<RuleId> deciding(Eligibility eligibility) {
    return switch (eligibility) {
      case Eligible _ -> Set.of();
      case NotEligible not ->
          not.contraindications().stream().map(each -> each.rule()).collect(Collectors.toSet());
      case Undetermined undetermined ->
          undetermined.missing().stream().map(each -> each.rule()).collect(Collectors.toSet());
    };
  }
}

package org.nepenthe.clinic.screening;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nepenthe.care.decision.DecisionRecord;
import org.nepenthe.care.screening.Difference;
import org.nepenthe.care.screening.EffectiveEligibility;
import org.nepenthe.care.screening.Eligibility;
import org.nepenthe.care.screening.Eligibility.Eligible;
import org.nepenthe.care.screening.Eligibility.MissingFact;
import org.nepenthe.care.screening.Eligibility.NotEligible;
import org.nepenthe.care.screening.Eligibility.Undetermined;
import org.nepenthe.care.screening.ScreeningState;
import org.nepenthe.care.screening.ScreeningState.Change;
import org.nepenthe.care.screening.facts.ScreeningFacts;

/// Where the screening of a course stands at a moment: what was decided, and whether that may still
/// be relied on.
///
/// @param today what the same rules say with the facts as they are now; nobody has decided by it
/// @param difference in what the latest decision differs from that; empty where it holds
/// @param zone the clinic's
public record Standing(
    ScreeningState state,
    ScreeningFacts facts,
    DecisionRecord<Eligibility> today,
    Optional<Difference> difference,
    ZoneId zone) {
  /// The rules that come out differently today.
  public List<Change> changes() {
    return difference.map(Difference::changes).orElse(List.of());
  }

  /// What has become of the latest decision, in a sentence; empty where it still holds.
  public Optional<String> sentence() {
    return difference.map(one -> one.sentence(zone));
  }

  /// What a rule asks for and nobody knows today.
  List<MissingFact> missing() {
    return missing(today.outcome());
  }

  static List<MissingFact> missing(Eligibility eligibility) {
    return switch (eligibility) {
      case Eligible _ -> List.of();
      case NotEligible not -> not.missing();
      case Undetermined undetermined -> undetermined.missing();
    };
  }

  /// The latest decision after the overrides that hold; empty where nothing was decided.
  public Optional<EffectiveEligibility> effective() {
    return state.effective();
  }

  /// Whether consent and planning may begin: a decision says eligible, and its facts still hold.
  public boolean mayProceed() {
    return difference.isEmpty() && effective().map(EffectiveEligibility::mayProceed).orElse(false);
  }

  /// True where an override allows a single infusion and no series.
  public boolean noSerialInfusions() {
    return effective().map(EffectiveEligibility::noSerialInfusions).orElse(false);
  }

  /// What has to be done before consent and planning may begin, a sentence each. Empty exactly
  /// where [#mayProceed].
  public List<String> standsInTheWay() {
    if (effective().isEmpty()) {
      return List.of("Eligibility has not been assessed.");
    }
    var sentences = new ArrayList<String>();
    sentence()
        .ifPresent(words ->
            sentences.add(
                "The facts have changed since eligibility was assessed. "
                    + words
                    + " Assess again."));
    var left = effective().get().eligibility();
    if (left instanceof NotEligible not) {
      not.contraindications()
          .forEach(each -> sentences.add(each.title() + ": " + each.degree().words() + "."));
    }
    missing(left).forEach(each -> sentences.add(each.title() + ": not known."));
    return sentences;
  }
}

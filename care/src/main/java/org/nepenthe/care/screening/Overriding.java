package org.nepenthe.care.screening;

import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.DecisionRecord;
import org.nepenthe.care.decision.Role;
import org.nepenthe.care.decision.RuleId;
import org.nepenthe.care.decision.Signature;
import org.nepenthe.care.screening.Eligibility.Contraindication;
import org.nepenthe.care.screening.Eligibility.Degree;
import org.nepenthe.care.screening.Eligibility.NotEligible;

/// The one law for overrides, as far as it concerns screening: an absolute contraindication and a
/// missing fact nobody, a relative contraindication a physician with a coded reason.
public final class Overriding {
  private Overriding() {}

  /// What the law says to one wish.
  public sealed interface Permission {
    record Allowed() implements Permission {}

    /// @param why in words for the person who asked
    record Refused(String why) implements Permission {}
  }

  /// What became of an override.
  public sealed interface Outcome {
    record Overridden(ContraindicationOverridden event) implements Outcome {}

    record Refused(String why) implements Outcome {}
  }

  public static Permission allowed(Contraindication contraindication, Actor actor) {
    if (contraindication.degree() == Degree.ABSOLUTE) {
      return new Permission.Refused("An absolute contraindication cannot be overridden.");
    }
    if (actor.role() != Role.PHYSICIAN) {
      return new Permission.Refused("Only a physician may override a relative contraindication.");
    }
    return new Permission.Allowed();
  }

  /// Overrides one contraindication of a decision.
  public static Outcome override(
      DecisionRecord<Eligibility> decision,
      RuleId rule,
      OverrideReason reason,
      Signature signature) {
    if (!(decision.outcome() instanceof NotEligible notEligible)) {
      return new Outcome.Refused("This decision names no contraindication to override.");
    }
    var contraindication =
        notEligible.contraindications().stream().filter(c -> c.rule().equals(rule)).findFirst();
    if (contraindication.isEmpty()) {
      return new Outcome.Refused("This decision does not name the contraindication " + rule + ".");
    }
    if (signature.meaning() != Signature.Meaning.OVERRODE) {
      throw new IllegalArgumentException("signature means " + signature.meaning());
    }
    if (signature.reason().isBlank()) {
      return new Outcome.Refused("Say in your own words why.");
    }
    return switch (allowed(contraindication.get(), signature.signer())) {
      case Permission.Refused(var why) -> new Outcome.Refused(why);
      case Permission.Allowed _ ->
          new Outcome.Overridden(
              new ContraindicationOverridden(
                  rule,
                  contraindication.get().title(),
                  contraindication.get().observed(),
                  contraindication.get().observedAt(),
                  reason,
                  contraindication.get().restriction(),
                  signature));
    };
  }
}

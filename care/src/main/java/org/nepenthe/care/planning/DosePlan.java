package org.nepenthe.care.planning;

import java.time.Instant;
import java.util.List;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.KnowledgeVersion;
import org.nepenthe.care.decision.Limited;
import org.nepenthe.care.decision.Signature;
import org.nepenthe.quantity.WeightNormalisedDose;

/// What is to be given, in the state it is in. Only an [Approved] plan can start an infusion.
public sealed interface DosePlan {

  /// Worked out, not signed.
  ///
  /// @param infusionNumber which infusion of the course this is, from 1
  /// @param requested what the prescriber asked for, what the caps allow, and each cap that bit
  record Proposed(
      int infusionNumber,
      DoseOrder order,
      Limited<WeightNormalisedDose> requested,
      AgreedBenefit benefit,
      List<String> warnings,
      KnowledgeVersion knowledge,
      Actor proposedBy,
      Instant proposedAt)
      implements DosePlan {
    public Proposed {
      warnings = List.copyOf(warnings);
    }
  }

  /// Signed by a physician, until it expires.
  record Approved(Proposed proposed, Signature approval, Instant expiresAt) implements DosePlan {
    public DoseOrder order() {
      return proposed.order();
    }

    public boolean expiredAt(Instant at) {
      return !at.isBefore(expiresAt);
    }
  }

  /// Replaced by a newer plan, withdrawn, or used up.
  record Superseded(Proposed proposed, String because, Instant at) implements DosePlan {}
}

package org.nepenthe.care.planning;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.KnowledgeVersion;
import org.nepenthe.care.decision.Limited;
import org.nepenthe.care.decision.Signature;
import org.nepenthe.care.planning.order.DoseOrder;
import org.nepenthe.quantity.WeightNormalisedDose;

/// What is to be given, in the state it is in. Only an [Approved] plan can start an infusion.
public sealed interface DosePlan {

  /// Worked out, not signed.
  ///
  /// @param infusionNumber which infusion of the course this is, from 1
  /// @param requested what the prescriber asked for, what the caps allow, and each cap that bit
  /// @param softCapReason why a soft cap is exceeded; where it is, a second clinician has to sign
  record Proposed(
      int infusionNumber,
      DoseOrder order,
      Limited<WeightNormalisedDose> requested,
      Optional<SoftCapReason> softCapReason,
      AgreedBenefit benefit,
      List<Notice> notices,
      KnowledgeVersion knowledge,
      Actor proposedBy,
      Instant proposedAt)
      implements DosePlan {
    public Proposed {
      notices = List.copyOf(notices);
    }

    public boolean needsSecondClinician() {
      return softCapReason.isPresent();
    }
  }

  /// Signed by a physician, until it expires.
  ///
  /// @param second the second clinician's signature, where a soft cap is exceeded
  record Approved(
      Proposed proposed, Signature approval, Optional<Signature> second, Instant expiresAt)
      implements DosePlan {
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

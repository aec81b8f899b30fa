package org.nepenthe.care.consent;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.nepenthe.care.decision.CareEvent;

/// Whether the patient consents, at a moment.
public sealed interface ConsentState {
  /// Nothing was signed.
  record None() implements ConsentState {}

  /// The text in force was signed, word for word.
  record Signed(ConsentSigned consent) implements ConsentState {}

  /// Another text was signed than the one in force: it must be read and signed anew.
  record SignedOtherVersion(ConsentSigned consent) implements ConsentState {}

  record Withdrawn(ConsentWithdrawn withdrawal) implements ConsentState {}

  /// The state at a moment, from what had happened by then. A withdrawal at the same moment as a
  /// signature outweighs it.
  ///
  /// @param form the text in force at that moment
  static ConsentState of(List<? extends CareEvent> events, ConsentForm form, Instant at) {
    var signed =
        events.stream()
            .filter(ConsentSigned.class::isInstance)
            .map(ConsentSigned.class::cast)
            .filter(event -> !event.signedAt().isAfter(at))
            .max(Comparator.comparing(ConsentSigned::signedAt));
    var withdrawn =
        events.stream()
            .filter(ConsentWithdrawn.class::isInstance)
            .map(ConsentWithdrawn.class::cast)
            .filter(event -> !event.withdrawnAt().isAfter(at))
            .max(Comparator.comparing(ConsentWithdrawn::withdrawnAt));
    return state(signed, withdrawn, form);
  }

  private static ConsentState state(
      Optional<ConsentSigned> signed, Optional<ConsentWithdrawn> withdrawn, ConsentForm form) {
    if (withdrawn.isPresent()
        && signed.filter(s -> s.signedAt().isAfter(withdrawn.get().withdrawnAt())).isEmpty()) {
      return new Withdrawn(withdrawn.get());
    }
    if (signed.isEmpty()) {
      return new None();
    }
    boolean sameText =
        signed.get().form().equals(form.id())
            && signed.get().contentHash().equals(form.contentHash());
    return sameText ? new Signed(signed.get()) : new SignedOtherVersion(signed.get());
  }

  /// Whether the patient consents to the text in force.
  default boolean consents() {
    return this instanceof Signed;
  }
}

package org.nepenthe.care.planning;

import java.time.Instant;
import java.util.Optional;
import org.nepenthe.care.decision.CareEvent;
import org.nepenthe.care.decision.Signature;

/// The latest plan was signed.
public record PlanApproved(Signature approval, Optional<Signature> second, Instant expiresAt)
    implements CareEvent {}

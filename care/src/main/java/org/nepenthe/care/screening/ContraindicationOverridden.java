package org.nepenthe.care.screening;

import java.time.Instant;
import java.util.Optional;
import org.nepenthe.care.decision.CareEvent;
import org.nepenthe.care.decision.RuleId;
import org.nepenthe.care.decision.Signature;
import org.nepenthe.care.screening.rules.Restriction;

/// A physician goes on in spite of a relative contraindication. Shown ever after.
///
/// @param observed what was overridden, as the decision showed it
/// @param observedAt when the overridden fact was observed; a newer one needs a new override
/// @param restriction what stays forbidden all the same
/// @param signature with the physician's own words as its reason
public record ContraindicationOverridden(
    RuleId rule,
    String title,
    String observed,
    Optional<Instant> observedAt,
    OverrideReason reason,
    Optional<Restriction> restriction,
    Signature signature)
    implements CareEvent {}

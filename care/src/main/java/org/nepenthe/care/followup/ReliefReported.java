package org.nepenthe.care.followup;

import java.time.Instant;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.CareEvent;
import org.nepenthe.care.decision.InfusionId;

/// The patient said how long the relief after an infusion lasted, or that it still lasts.
///
/// @param at the day on which they said so
public record ReliefReported(InfusionId infusion, Relief relief, Instant at, Actor by)
    implements CareEvent {}

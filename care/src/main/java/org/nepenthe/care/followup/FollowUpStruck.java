package org.nepenthe.care.followup;

import java.time.Instant;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.CareEvent;

/// An earlier entry of the follow-up no longer counts. It stays readable, with the reason.
///
/// @param entry its number in the course's stream
public record FollowUpStruck(long entry, String reason, Instant at, Actor by)
    implements CareEvent {}

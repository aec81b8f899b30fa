package org.nepenthe.care.consent;

import java.time.Instant;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.CareEvent;

/// The patient no longer consents. Nothing may start; what runs is stopped.
///
/// @param words the patient's own, as far as they gave any; may be empty
/// @param recordedBy who wrote it down
public record ConsentWithdrawn(String words, Actor recordedBy, Instant withdrawnAt)
    implements CareEvent {}

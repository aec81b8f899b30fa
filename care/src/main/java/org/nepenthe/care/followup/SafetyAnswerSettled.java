package org.nepenthe.care.followup;

import java.time.Instant;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.CareEvent;

/// A clinician talked with the patient about an answer that nobody passes over, and says what was
/// done.
///
/// @param entry the number of the [SafetyAnswerGiven] in the course's stream
public record SafetyAnswerSettled(long entry, String done, Instant at, Actor by)
    implements CareEvent {}

package org.nepenthe.care.followup;

import org.nepenthe.care.decision.CareEvent;
import org.nepenthe.care.decision.DecisionRecord;
import org.nepenthe.care.decision.Signature;

/// A physician decided how to go on.
///
/// @param basis what was known of benefit then, with every reason
/// @param signature with the physician's own reason
public record CourseDecided(
    CourseDecision decision, DecisionRecord<Response> basis, Signature signature)
    implements CareEvent {}

package org.nepenthe.care.planning.warning;

import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.CareEvent;
import org.nepenthe.care.decision.RuleId;

/// A prescriber went past a warning when a plan was made. Shown ever after.
///
/// @param infusionNumber the infusion it was planned for
/// @param rule the entry of the knowledge that warns
/// @param said what the warning said
/// @param reason the coded reason in words
/// @param words the prescriber's own
public record PlanWarningOverridden(
    int infusionNumber,
    PlanWarning warning,
    RuleId rule,
    String said,
    String reason,
    String words,
    Actor by)
    implements CareEvent {}

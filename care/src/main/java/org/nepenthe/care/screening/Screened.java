package org.nepenthe.care.screening;

import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.CareEvent;
import org.nepenthe.care.decision.DecisionRecord;

/// Eligibility was assessed.
public record Screened(DecisionRecord<Eligibility> decision, Actor by) implements CareEvent {}

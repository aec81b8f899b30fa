package org.nepenthe.care.planning;

import org.nepenthe.care.decision.CareEvent;

/// What the plan that follows it was worked out from: everything that was asked for and everything
/// the record knew. With the knowledge the plan pins, it gives the same plan again.
public record PlanRequested(PlanRequest request) implements CareEvent {}

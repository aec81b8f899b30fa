package org.nepenthe.care.planning;

import org.nepenthe.care.decision.CareEvent;

/// A plan was worked out; it takes the place of any plan before it.
public record PlanProposed(DosePlan.Proposed plan) implements CareEvent {}

package org.nepenthe.care.planning;

import org.nepenthe.care.decision.CareEvent;

/// The latest plan is not to be carried out.
public record PlanWithdrawn(String reason) implements CareEvent {}

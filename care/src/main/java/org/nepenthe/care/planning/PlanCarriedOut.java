package org.nepenthe.care.planning;

import org.nepenthe.care.decision.CareEvent;
import org.nepenthe.care.decision.InfusionId;

/// An infusion was opened on the approved plan; the plan cannot start another.
public record PlanCarriedOut(InfusionId infusion) implements CareEvent {}

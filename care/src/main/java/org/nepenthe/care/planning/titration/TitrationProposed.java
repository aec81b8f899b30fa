package org.nepenthe.care.planning.titration;

import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.CareEvent;
import org.nepenthe.care.decision.DecisionRecord;
import org.nepenthe.quantity.WeightNormalisedDose;

/// What was proposed for the dose of an infusion when it was planned, and what was planned instead
/// or in agreement with it.
///
/// @param infusionNumber the infusion it was proposed for
/// @param planned the dose that was planned
public record TitrationProposed(
    int infusionNumber, DecisionRecord<NextDose> proposal, WeightNormalisedDose planned, Actor by)
    implements CareEvent {
  /// Whether the prescriber planned what was proposed.
  public boolean followed() {
    return proposal.outcome().dose().filter(planned::equals).isPresent();
  }
}

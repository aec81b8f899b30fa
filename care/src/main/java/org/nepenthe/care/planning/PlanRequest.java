package org.nepenthe.care.planning;

import java.math.BigDecimal;
import java.util.Optional;
import org.nepenthe.quantity.BodyWeight;
import org.nepenthe.quantity.SolutionStrength;
import org.nepenthe.quantity.WeightNormalisedDose;

/// What a prescriber asks for, before anything is checked.
///
/// @param lastWeight the weight before the dosing weight, to notice a slip or a true change
/// @param weightChangeConfirmed that a large change was looked at and is true
public record PlanRequest(
    int infusionNumber,
    String protocolId,
    DosingWeight weight,
    Optional<BodyWeight> lastWeight,
    boolean weightChangeConfirmed,
    WeightNormalisedDose dosePerWeight,
    BigDecimal minutes,
    SolutionStrength vial,
    SolutionStrength prepared,
    Optional<SoftCapReason> softCapReason,
    AgreedBenefit benefit) {}

package org.nepenthe.care.planning;

import java.math.BigDecimal;
import java.util.Optional;
import org.nepenthe.care.planning.order.DosingWeight;
import org.nepenthe.quantity.SolutionStrength;
import org.nepenthe.quantity.Volume;
import org.nepenthe.quantity.WeightNormalisedDose;

/// What a prescriber asks for, before anything is checked.
///
/// @param weightChangeConfirmed that a large change was looked at and is true
/// @param vial strength of the product that is drawn up
/// @param vialContent what one vial of it holds, where the site's list says so
/// @param otherIndicationReason why this protocol for a patient with another indication than it
///     names; empty where none was given
public record PlanRequest(
    int infusionNumber,
    String protocolId,
    DosingWeight weight,
    boolean weightChangeConfirmed,
    WeightNormalisedDose dosePerWeight,
    BigDecimal minutes,
    SolutionStrength vial,
    Optional<Volume> vialContent,
    SolutionStrength prepared,
    Optional<SoftCapReason> softCapReason,
    String otherIndicationReason,
    AgreedBenefit benefit,
    PlanFacts facts) {}

package org.nepenthe.pharmacology.effect;

import java.util.Optional;
import org.nepenthe.evidence.Evidence;
import org.nepenthe.quantity.Moiety;

/// One measured effect of ketamine: never "the" effect. Its numbers are its own and say nothing of
/// another endpoint.
///
/// @param title what was measured, in whom
/// @param moiety what was given
/// @param c50 ng/mL at the effect site at which half of the effect is reached; empty where the
///     source has none
/// @param halfLife minutes in which the effect site closes half of its distance to plasma; 0 is at
///     once; empty where the source has none
/// @param estimatedWith id of the model with whose parameters the half-life was estimated; empty
///     where that set could not be read, so that the half-life cannot be carried over to another
public record Endpoint(
    String id,
    String title,
    Moiety moiety,
    Optional<Estimate> c50,
    Optional<Estimate> halfLife,
    Optional<String> estimatedWith,
    Evidence evidence) {}

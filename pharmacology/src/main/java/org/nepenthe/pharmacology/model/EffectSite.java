package org.nepenthe.pharmacology.model;

import java.util.Optional;
import org.nepenthe.evidence.Evidence;

/// Where one endpoint of the drug's effect is thought to sit. There is no effect site of a drug as
/// such: `ke0` differs between endpoints, and belongs to the parameter set it was estimated with.
///
/// @param endpoint what was measured to estimate it
/// @param estimatedWith id of the model whose parameters it was estimated with
/// @param reDerived how it was carried over from that model to this one; empty where it was
///     estimated with this one
public record EffectSite(
    String id,
    String endpoint,
    Ke0 ke0,
    String estimatedWith,
    Optional<String> reDerived,
    Evidence evidence) {}

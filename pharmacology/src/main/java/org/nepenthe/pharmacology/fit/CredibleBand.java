package org.nepenthe.pharmacology.fit;

import org.nepenthe.pharmacology.Curve;

/// A person's most probable curve and how sure it is. What a laboratory measures scatters further,
/// by the residual error.
///
/// @param probability that the person's own curve lies in the band at any one time
public record CredibleBand(double probability, Curve lower, Curve curve, Curve upper) {}

package org.nepenthe.care.planning.order;

import java.time.Instant;
import org.nepenthe.quantity.BodyWeight;

/// The weight a dose is computed from, with when it was taken and how it was typed.
///
/// @param entered the number and unit as they were entered: `154 lb`
public record DosingWeight(BodyWeight weight, Instant measuredAt, String entered) {}

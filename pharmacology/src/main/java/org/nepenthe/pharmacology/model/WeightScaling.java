package org.nepenthe.pharmacology.model;

import org.nepenthe.evidence.Evidence;
import org.nepenthe.quantity.BodyWeight;

/// How a parameter grows with body weight: by `(weight / reference)^exponent`.
public record WeightScaling(BodyWeight reference, double exponent, Evidence evidence) {

  double factor(BodyWeight weight) {
    return Math.pow(weight.asDouble() / reference.asDouble(), exponent);
  }
}

package org.nepenthe.pharmacology.model;

import org.nepenthe.evidence.Evidence;
import org.nepenthe.quantity.BodyWeight;

/// The body weights a model may be used for, both ends included, and who says so.
public record WeightRange(BodyWeight from, BodyWeight to, Evidence evidence) {
  public WeightRange {
    if (from.compareTo(to) > 0) {
      throw new IllegalArgumentException(
          "a weight range from "
              + from.kilograms()
              + " kg cannot end at "
              + to.kilograms()
              + " kg");
    }
  }

  public boolean contains(BodyWeight weight) {
    return from.compareTo(weight) <= 0 && weight.compareTo(to) <= 0;
  }
}

package org.nepenthe.pharmacology.effect;

import org.nepenthe.evidence.Evidence;
import org.nepenthe.quantity.Moiety;

/// Concentrations that a source associates with something clinical, in ng/mL of plasma: a yardstick
/// beside a curve, not a target.
public record ReferenceBand(
    String id, String title, Moiety moiety, double from, double to, Evidence evidence) {
  public ReferenceBand {
    if (!(from > 0 && from <= to)) {
      throw new IllegalArgumentException(
          "a band of concentrations cannot go from " + from + " to " + to + " ng/mL");
    }
  }
}

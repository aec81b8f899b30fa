package org.nepenthe.pharmacology.population;

/// Where a concentration is.
public enum Site {
  PLASMA,
  EFFECT;

  double[] rows(CurveBlock block) {
    return switch (this) {
      case PLASMA -> block.plasma;
      case EFFECT -> block.effect;
    };
  }
}

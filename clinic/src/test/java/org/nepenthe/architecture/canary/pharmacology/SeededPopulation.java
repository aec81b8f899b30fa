package org.nepenthe.architecture.canary.pharmacology;

import java.util.Random;

/// Keeps the law: chance that somebody else has seeded.
class SeededPopulation {
  double draw(long seed) {
    return new Random(seed).nextGaussian();
  }
}

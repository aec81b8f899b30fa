package org.nepenthe.pharmacology.fit;

/// The concentrations that a person who deviates by `eta` would have at the times of the levels, in
/// ng/mL and above 0.
@FunctionalInterface
interface LevelCurve {
  double[] at(double[] eta);
}

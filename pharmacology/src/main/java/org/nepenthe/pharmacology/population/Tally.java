package org.nepenthe.pharmacology.population;

/// What is kept of many curves while they pass by. Counts only, so that parts of a population can
/// be tallied apart and added in any order to the very same result.
///
/// @param <T> the tally itself
interface Tally<T extends Tally<T>> extends BlockSolver.Rows {
  /// Adds another part of the same population, and is the sum.
  T plus(T other);
}

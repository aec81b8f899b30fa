package org.nepenthe.pharmacology;

import java.util.List;
import org.nepenthe.quantity.Moiety;

/// The drug in one person at one minute, after everything given before that minute. What is given
/// at that very minute is not yet in it, so a state can be carried on without losing or doubling a
/// dose.
///
/// @param milligrams in each compartment or state, the central one first
/// @param effectSite in mg/L
public record PkState(double minute, Moiety moiety, List<Double> milligrams, double effectSite) {
  public PkState {
    milligrams = List.copyOf(milligrams);
    nonNegative(minute, "minute");
    nonNegative(effectSite, "effect-site concentration");
    milligrams.forEach(amount -> nonNegative(amount, "amount in a compartment"));
  }

  /// All drug that is still in the body, in mg.
  public double total() {
    return milligrams.stream().mapToDouble(Double::doubleValue).sum();
  }

  private static void nonNegative(double value, String name) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " must be finite and not negative, was " + value);
    }
  }
}

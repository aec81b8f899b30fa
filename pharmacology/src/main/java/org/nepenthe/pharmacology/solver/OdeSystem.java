package org.nepenthe.pharmacology.solver;

/// Any system `dx/dt = f(t, x)`, time in minutes: what is not linear, or changes with time.
@FunctionalInterface
public interface OdeSystem {

  /// Writes `dx/dt` at a minute into `slopes`; the state is left as it is.
  void slopes(double minute, double[] state, double[] slopes);
}

package org.nepenthe.pharmacology.target;

/// Which rate, held for one step, serves a target. Concentrations in mg/L, rates in mg/min.
sealed interface TargetRule permits PlasmaRule, EffectSiteRule {

  /// The wanted rate; below 0 where even no drug leaves too much.
  double rate(double[] state, double target);

  /// True once the target has been reached, so that what follows only holds it.
  boolean isReached(double[] state, double target);
}

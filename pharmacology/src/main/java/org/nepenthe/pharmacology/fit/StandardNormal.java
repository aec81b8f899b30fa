package org.nepenthe.pharmacology.fit;

/// The standard normal distribution (Marsaglia G. Evaluating the normal distribution. J Stat Softw
/// 2004;11(4)).
final class StandardNormal {
  private StandardNormal() {}

  /// Probability of a value up to x.
  static double upTo(double x) {
    if (Math.abs(x) > 8) {
      return x > 0 ? 1 : 0;
    }
    double sum = x;
    double term = x;
    for (int i = 3; Math.abs(term) > 1e-17 * Math.abs(sum); i += 2) {
      term *= x * x / i;
      sum += term;
    }
    return 0.5 + sum * density(x);
  }

  private static double density(double x) {
    return Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
  }
}

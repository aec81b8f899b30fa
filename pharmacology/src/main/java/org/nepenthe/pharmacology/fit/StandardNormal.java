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

  /// The value that is not exceeded with a probability between 1e-12 and 1 - 1e-12.
  static double quantile(double probability) {
    double low = -8;
    double high = 8;
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      if (upTo(middle) < probability) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  private static double density(double x) {
    return Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
  }
}

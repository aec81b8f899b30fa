package org.nepenthe.pharmacology.fit;

/// How far one parameter of a person is off the typical person's, on the scale of the model's
/// random effect.
///
/// @param eta the most probable deviation
/// @param standardDeviation how sure it is, by Laplace's approximation
/// @param priorStandardDeviation how far people are off in general, as the fit was told
public record Deviation(
    String parameter, double eta, double standardDeviation, double priorStandardDeviation) {

  /// From 0, where the levels alone decide, to 1, where they say nothing of this parameter and the
  /// person is the typical one for want of better: the share of the prior variance that is left.
  public double shrinkage() {
    double left = standardDeviation / priorStandardDeviation;
    return left * left;
  }
}

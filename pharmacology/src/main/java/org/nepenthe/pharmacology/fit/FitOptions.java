package org.nepenthe.pharmacology.fit;

/// How far people in general, and how far each level, are to be believed.
///
/// @param priorFlattening by what the model's variances between persons are multiplied: 1 for the
///     model as published, more for a person who may be unlike those it was estimated in; from 1 to
///     10000
/// @param errorLaw how measurements scatter around the person's curve
public record FitOptions(double priorFlattening, ErrorLaw errorLaw) {
  public FitOptions {
    if (!(priorFlattening >= 1 && priorFlattening <= 1e4)) {
      throw new IllegalArgumentException(
          "a prior is flattened by 1 to 10000, was " + priorFlattening);
    }
  }

  /// The model as published.
  public static FitOptions published() {
    return new FitOptions(1, new ErrorLaw.Normal());
  }

  /// A level that lies far off is believed less instead of bending the curve: for samples whose
  /// time may be wrong. Four degrees of freedom.
  public static FitOptions robust() {
    return new FitOptions(1, new ErrorLaw.StudentT(4));
  }

  public FitOptions withFlattenedPrior(double factor) {
    return new FitOptions(factor, errorLaw);
  }

  boolean isFlattened() {
    return priorFlattening > 1;
  }
}

package org.nepenthe.pharmacology.model;

import org.nepenthe.quantity.BodyWeight;

/// How fast an effect site follows plasma, in 1/min.
public sealed interface Ke0 {
  /// In 1/min, for a person of this weight.
  double forWeight(BodyWeight weight);

  /// The same for everybody.
  record Constant(double perMinute) implements Ke0 {
    @Override
    public double forWeight(BodyWeight weight) {
      return perMinute;
    }
  }

  /// `slope * ln(weight in kg) + intercept`.
  record LogarithmOfWeight(double slope, double intercept) implements Ke0 {
    @Override
    public double forWeight(BodyWeight weight) {
      return slope * Math.log(weight.asDouble()) + intercept;
    }
  }
}

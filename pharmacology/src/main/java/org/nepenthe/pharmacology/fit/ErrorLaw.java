package org.nepenthe.pharmacology.fit;

import org.nepenthe.pharmacology.model.ResidualError;

/// The law by which measurements scatter around a person's curve. The model's residual error says
/// how widely, the law says how likely a far one is.
public sealed interface ErrorLaw {

  /// The normal law that models are estimated with.
  record Normal() implements ErrorLaw {}

  /// Student's t with the same width near the centre and heavier tails (Lange KL, Little RJA,
  /// Taylor JMG. Robust statistical modeling using the t distribution. J Am Stat Assoc
  /// 1989;84:881-896).
  ///
  /// @param degreesOfFreedom 2 to 100; the fewer, the less a far level counts
  record StudentT(double degreesOfFreedom) implements ErrorLaw {
    public StudentT {
      if (!(degreesOfFreedom >= 2 && degreesOfFreedom <= 100)) {
        throw new IllegalArgumentException(
            "degrees of freedom must lie between 2 and 100, was " + degreesOfFreedom);
      }
    }
  }

  /// What one level says, as a function of the prediction.
  ///
  /// @param value minus twice its log-likelihood, up to a constant
  /// @param slope of the value, for each ng/mL of the prediction
  /// @param information its expected second derivative, never negative
  record Misfit(double value, double slope, double information) {}

  /// @param observed ng/mL, above 0
  /// @param predicted ng/mL, above 0
  default Misfit misfit(ResidualError error, double observed, double predicted) {
    return switch (error) {
      case ResidualError.Combined(_, double proportional, double additive, _) -> {
        double variance = square(proportional * predicted) + square(additive);
        double growth = 2 * square(proportional) * predicted / variance;
        double residual = observed - predicted;
        double distance = residual * residual / variance;
        double distanceSlope = -2 * residual / variance - distance * growth;
        yield misfit(distance, distanceSlope, 2 / variance, Math.log(variance), growth);
      }
      case ResidualError.Logarithmic(_, double deviation, _) -> {
        double residual = Math.log(observed / predicted) / deviation;
        double step = 1 / (deviation * predicted);
        yield misfit(residual * residual, -2 * residual * step, 2 * step * step, 0, 0);
      }
    };
  }

  /// @param distance squared residual over its variance
  /// @param distanceSlope its derivative
  /// @param location twice the normal law's information on the prediction
  /// @param logVariance logarithm of the variance
  /// @param growth its derivative
  private Misfit misfit(
      double distance, double distanceSlope, double location, double logVariance, double growth) {
    return switch (this) {
      case Normal() ->
          new Misfit(distance + logVariance, distanceSlope + growth, location + growth * growth);
      case StudentT(double nu) -> {
        double weight = (nu + 1) / (nu + distance);
        double information =
            ((nu + 1) * location + nu * growth * growth) / (nu + 3) * Math.min(1, weight);
        yield new Misfit(
            (nu + 1) * Math.log1p(distance / nu) + logVariance,
            weight * distanceSlope + growth,
            information);
      }
    };
  }

  private static double square(double x) {
    return x * x;
  }
}

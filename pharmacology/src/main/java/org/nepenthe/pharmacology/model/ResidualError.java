package org.nepenthe.pharmacology.model;

import org.nepenthe.evidence.ReadDepth;

/// How far one measured concentration is off the person's own curve: assay, timing, and what the
/// model leaves out.
public sealed interface ResidualError {
  /// What was measured.
  Analyte analyte();

  ReadDepth read();

  /// Standard deviation in ng/mL where a concentration of `predicted` ng/mL is expected; for a
  /// logarithmic error to first order.
  double standardDeviation(double predicted);

  /// `measured = predicted (1 + a) + b`.
  ///
  /// @param proportional standard deviation of a, as a fraction of the prediction
  /// @param additive standard deviation of b, in ng/mL
  record Combined(Analyte analyte, double proportional, double additive, ReadDepth read)
      implements ResidualError {
    public Combined {
      nonNegative(proportional, "proportional error");
      nonNegative(additive, "additive error");
      if (proportional == 0 && additive == 0) {
        throw new IllegalArgumentException("a residual error of 0 would make every sample exact");
      }
    }

    @Override
    public double standardDeviation(double predicted) {
      return Math.hypot(proportional * predicted, additive);
    }
  }

  /// `log measured = log predicted + a`.
  ///
  /// @param deviation standard deviation of a, natural logarithm
  record Logarithmic(Analyte analyte, double deviation, ReadDepth read) implements ResidualError {
    public Logarithmic {
      nonNegative(deviation, "logarithmic error");
      if (deviation == 0) {
        throw new IllegalArgumentException("a residual error of 0 would make every sample exact");
      }
    }

    @Override
    public double standardDeviation(double predicted) {
      return deviation * predicted;
    }
  }

  private static void nonNegative(double value, String name) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " must be finite and not negative, was " + value);
    }
  }
}

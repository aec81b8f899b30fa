package org.nepenthe.pharmacology.solver;

/// Advances the state of a linear system over a time in which the input does not change.
public sealed interface Solver permits ClosedForm, MatrixExponential, Integration {

  /// The state after `minutes`, as a new array; the given one is left as it is.
  ///
  /// @param rate the constant input in mg/min
  default double[] step(double[] state, double rate, double minutes) {
    return over(minutes).step(state, rate);
  }

  /// What steps of one length have in common.
  Stride over(double minutes);

  /// A step of one length, from any state and at any rate. Immutable.
  @FunctionalInterface
  interface Stride {
    /// The state after it, as a new array.
    ///
    /// @param rate the constant input in mg/min
    double[] step(double[] state, double rate);
  }

  /// The closed form, or the matrix exponential where two time constants of the body lie so close
  /// together that the closed form would lose digits.
  static Solver of(Mammillary body) {
    return ClosedForm.of(body).<Solver>map(form -> form).orElseGet(() -> general(body));
  }

  /// The matrix exponential, which every linear system has.
  static Solver general(Mammillary body) {
    return new MatrixExponential(body.asLinearSystem());
  }
}

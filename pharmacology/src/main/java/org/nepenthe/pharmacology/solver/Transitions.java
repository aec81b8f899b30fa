package org.nepenthe.pharmacology.solver;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/// Exact steps of `dx/dt = A x + u` where several states have an input that does not change during
/// a step, by the matrix exponential. Steps of one length share one exponential, so that an even
/// grid costs one. Not for several threads at once.
public final class Transitions {
  private static final int KEPT = 64;

  private final double[][] a;
  private final int[] inputs;
  private final Map<Double, double[][]> known = new LinkedHashMap<>();

  /// @param a square, in 1/min
  /// @param inputs the states that ever have an input
  public Transitions(double[][] a, int[] inputs) {
    this.a = Arrays.stream(a).map(double[]::clone).toArray(double[][]::new);
    this.inputs = inputs.clone();
    for (double[] row : a) {
      for (double entry : row) {
        if (!(Math.abs(entry) <= 1e15)) {
          throw new IllegalArgumentException("a rate constant must be finite, was " + entry);
        }
      }
    }
  }

  /// The state after `minutes`, as a new array.
  ///
  /// @param rates mg/min into each of the inputs, in their order
  public double[] step(double[] state, double[] rates, double minutes) {
    var transition = transition(minutes);
    int n = a.length;
    var next = new double[n];
    for (int i = 0; i < n; i++) {
      double sum = 0;
      for (int j = 0; j < n; j++) {
        sum += transition[i][j] * state[j];
      }
      for (int j = 0; j < rates.length; j++) {
        sum += transition[i][n + j] * rates[j];
      }
      next[i] = Math.max(0, sum);
    }
    return next;
  }

  private double[][] transition(double minutes) {
    var found = known.get(minutes);
    if (found != null) {
      return found;
    }
    if (known.size() >= KEPT) {
      known.clear();
    }
    var transition = Exponential.of(augmented(minutes));
    known.put(minutes, transition);
    return transition;
  }

  private double[][] augmented(double minutes) {
    int n = a.length;
    var m = new double[n + inputs.length][n + inputs.length];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        m[i][j] = a[i][j] * minutes;
      }
    }
    for (int j = 0; j < inputs.length; j++) {
      m[inputs[j]][n + j] = minutes;
    }
    return m;
  }
}

package org.nepenthe.pharmacology.solver;

/// The system `dx/dt = A x + b u` with constant `A` and `b`, time in minutes.
public final class LinearSystem {
  private final double[][] a;
  private final double[] b;

  public LinearSystem(double[][] a, double[] b) {
    if (a.length != b.length) {
      throw new IllegalArgumentException(
          "a system of " + a.length + " states cannot have an input into " + b.length);
    }
    this.a = new double[a.length][];
    for (int i = 0; i < a.length; i++) {
      if (a[i].length != a.length) {
        throw new IllegalArgumentException("row " + i + " has " + a[i].length + " entries");
      }
      this.a[i] = a[i].clone();
      for (double entry : a[i]) {
        finite(entry);
      }
      finite(b[i]);
    }
    this.b = b.clone();
  }

  public int size() {
    return b.length;
  }

  /// The square matrix `[A, b u; 0, 0]` times `minutes`: its exponential carries `[x; 1]` along.
  double[][] augmented(double rate, double minutes) {
    int n = b.length;
    var m = new double[n + 1][n + 1];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        m[i][j] = a[i][j] * minutes;
      }
      m[i][n] = b[i] * rate * minutes;
    }
    return m;
  }

  /// Writes `A x + b u` into `slopes`.
  ///
  /// @param rate the input `u` in mg/min
  public void slopes(double[] state, double rate, double[] slopes) {
    for (int i = 0; i < b.length; i++) {
      double sum = b[i] * rate;
      for (int j = 0; j < b.length; j++) {
        sum += a[i][j] * state[j];
      }
      slopes[i] = sum;
    }
  }

  private static void finite(double entry) {
    if (!Double.isFinite(entry)) {
      throw new IllegalArgumentException("a coefficient must be finite, was " + entry);
    }
  }
}

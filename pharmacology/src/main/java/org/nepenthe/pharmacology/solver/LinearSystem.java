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

  private static void finite(double entry) {
    if (!Double.isFinite(entry)) {
      throw new IllegalArgumentException("a coefficient must be finite, was " + entry);
    }
  }
}

package org.nepenthe.pharmacology.solver;

import java.util.Arrays;

/// The triangular root of a small symmetric, positive definite matrix: times independent normal
/// deviates it gives deviates that vary as the matrix says.
public final class Cholesky {
  private final double[][] root;

  /// @throws IllegalArgumentException if the matrix is not positive definite
  public Cholesky(double[][] matrix) {
    int n = matrix.length;
    root = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = matrix[i][j];
        for (int k = 0; k < j; k++) {
          sum -= root[i][k] * root[j][k];
        }
        if (i != j) {
          root[i][j] = sum / root[j][j];
        } else if (sum > 0) {
          root[i][i] = Math.sqrt(sum);
        } else {
          throw new IllegalArgumentException(
              "a covariance matrix must be positive definite; row " + i + " is not");
        }
      }
    }
  }

  /// The lower triangle, by row, zeros above it.
  public double[][] root() {
    return Arrays.stream(root).map(double[]::clone).toArray(double[][]::new);
  }

  /// What times the matrix gives `right`.
  public double[] solve(double[] right) {
    int n = root.length;
    var x = right.clone();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        x[i] -= root[i][j] * x[j];
      }
      x[i] /= root[i][i];
    }
    for (int i = n - 1; i >= 0; i--) {
      for (int j = i + 1; j < n; j++) {
        x[i] -= root[j][i] * x[j];
      }
      x[i] /= root[i][i];
    }
    return x;
  }

  public double[][] inverse() {
    int n = root.length;
    var inverse = new double[n][];
    for (int i = 0; i < n; i++) {
      var unit = new double[n];
      unit[i] = 1;
      inverse[i] = solve(unit);
    }
    return inverse;
  }
}

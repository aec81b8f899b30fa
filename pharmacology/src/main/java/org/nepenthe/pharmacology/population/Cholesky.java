package org.nepenthe.pharmacology.population;

/// The lower triangular factor of a covariance matrix: times independent normal deviates it gives
/// deviates that vary as the matrix says.
final class Cholesky {
  private Cholesky() {}

  /// @throws IllegalArgumentException if the matrix is no covariance matrix of full rank
  static double[][] factor(double[][] matrix) {
    int n = matrix.length;
    var factor = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = matrix[i][j];
        for (int k = 0; k < j; k++) {
          sum -= factor[i][k] * factor[j][k];
        }
        if (i > j) {
          factor[i][j] = sum / factor[j][j];
        } else if (sum > 0) {
          factor[i][i] = Math.sqrt(sum);
        } else {
          throw new IllegalArgumentException(
              "no people vary like this: the covariance matrix is not positive definite");
        }
      }
    }
    return factor;
  }
}

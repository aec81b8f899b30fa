package org.nepenthe.pharmacology.solver;

/// The exponential of a small dense matrix by scaling and squaring with the Padé approximant of
/// order 13 (Higham, SIAM J Matrix Anal Appl 2005;26:1179).
final class Exponential {
  /// Coefficients of the order-13 approximant, lowest power first.
  private static final double[] PADE = {
    64764752532480000.0, 32382376266240000.0, 7771770303897600.0, 1187353796428800.0,
    129060195264000.0, 10559470521600.0, 670442572800.0, 33522128640.0,
    1323241920.0, 40840800.0, 960960.0, 16380.0,
    182.0, 1.0
  };

  /// Up to this 1-norm the approximant is accurate to double precision.
  private static final double LARGEST_NORM = 5.371920351148152;

  private Exponential() {}

  static double[][] of(double[][] matrix) {
    int squarings = Math.max(0, Math.getExponent(norm(matrix) / LARGEST_NORM) + 1);
    var a = scaled(matrix, Math.scalb(1.0, -squarings));
    var result = pade(a);
    for (int i = 0; i < squarings; i++) {
      result = product(result, result);
    }
    return result;
  }

  private static double[][] pade(double[][] a) {
    var a2 = product(a, a);
    var a4 = product(a2, a2);
    var a6 = product(a4, a2);
    var high = combination(a6, PADE[13], a4, PADE[11], a2, PADE[9]);
    var low = combination(a6, PADE[7], a4, PADE[5], a2, PADE[3]);
    var u = product(a, plus(plus(product(a6, high), low), identity(a.length, PADE[1])));
    high = combination(a6, PADE[12], a4, PADE[10], a2, PADE[8]);
    low = combination(a6, PADE[6], a4, PADE[4], a2, PADE[2]);
    var v = plus(plus(product(a6, high), low), identity(a.length, PADE[0]));
    return solve(plus(v, scaled(u, -1)), plus(v, u));
  }

  /// Gaussian elimination with partial pivoting; both arguments are used up.
  private static double[][] solve(double[][] m, double[][] right) {
    int n = m.length;
    for (int column = 0; column < n; column++) {
      int pivot = column;
      for (int row = column + 1; row < n; row++) {
        if (Math.abs(m[row][column]) > Math.abs(m[pivot][column])) {
          pivot = row;
        }
      }
      swap(m, column, pivot);
      swap(right, column, pivot);
      for (int row = column + 1; row < n; row++) {
        double factor = m[row][column] / m[column][column];
        subtract(m[row], m[column], factor);
        subtract(right[row], right[column], factor);
      }
    }
    for (int row = n - 1; row >= 0; row--) {
      for (int below = row + 1; below < n; below++) {
        subtract(right[row], right[below], m[row][below]);
      }
      for (int j = 0; j < n; j++) {
        right[row][j] /= m[row][row];
      }
    }
    return right;
  }

  private static void swap(double[][] rows, int i, int j) {
    var row = rows[i];
    rows[i] = rows[j];
    rows[j] = row;
  }

  private static void subtract(double[] row, double[] other, double factor) {
    for (int j = 0; j < row.length; j++) {
      row[j] -= factor * other[j];
    }
  }

  private static double norm(double[][] m) {
    double largest = 0;
    for (int j = 0; j < m.length; j++) {
      double sum = 0;
      for (double[] row : m) {
        sum += Math.abs(row[j]);
      }
      largest = Math.max(largest, sum);
    }
    return largest;
  }

  private static double[][] product(double[][] a, double[][] b) {
    int n = a.length;
    var c = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < n; k++) {
        for (int j = 0; j < n; j++) {
          c[i][j] += a[i][k] * b[k][j];
        }
      }
    }
    return c;
  }

  private static double[][] combination(
      double[][] a, double x, double[][] b, double y, double[][] c, double z) {
    return plus(plus(scaled(a, x), scaled(b, y)), scaled(c, z));
  }

  private static double[][] plus(double[][] a, double[][] b) {
    var c = new double[a.length][a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a.length; j++) {
        c[i][j] = a[i][j] + b[i][j];
      }
    }
    return c;
  }

  private static double[][] scaled(double[][] a, double factor) {
    var c = new double[a.length][a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a.length; j++) {
        c[i][j] = a[i][j] * factor;
      }
    }
    return c;
  }

  private static double[][] identity(int n, double factor) {
    var c = new double[n][n];
    for (int i = 0; i < n; i++) {
      c[i][i] = factor;
    }
    return c;
  }
}

package org.nepenthe.pharmacology.fit;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.ToDoubleFunction;

/// Nelder and Mead's simplex (Comput J 1965;7:308-313), which needs no derivative: slow, and
/// independent of everything the fit does.
record Simplex(int dimensions, ToDoubleFunction<double[]> function) {

  double value(double[] point) {
    return function.applyAsDouble(point);
  }

  double[] lowest() {
    var best = new double[dimensions];
    // started again from where it ended, so that a simplex that collapsed early opens again
    for (int i = 0; i < 2; i++) {
      best = descended(best);
    }
    return best;
  }

  private record Corner(double[] at, double value) {}

  private Corner corner(double[] at) {
    return new Corner(at, value(at));
  }

  private double[] descended(double[] start) {
    int n = dimensions;
    var corners = new Corner[n + 1];
    for (int i = 0; i <= n; i++) {
      var at = start.clone();
      if (i < n) {
        at[i] += 0.2;
      }
      corners[i] = corner(at);
    }
    for (int i = 0; i < 120; i++) {
      Arrays.sort(corners, Comparator.comparingDouble(Corner::value));
      var centre = new double[n];
      for (int j = 0; j < n; j++) {
        for (int k = 0; k < n; k++) {
          centre[k] += corners[j].at()[k] / n;
        }
      }
      var reflected = corner(along(centre, corners[n].at(), -1));
      if (reflected.value() < corners[0].value()) {
        var expanded = corner(along(centre, corners[n].at(), -2));
        corners[n] = expanded.value() < reflected.value() ? expanded : reflected;
      } else if (reflected.value() < corners[n - 1].value()) {
        corners[n] = reflected;
      } else {
        var contracted = corner(along(centre, corners[n].at(), 0.5));
        if (contracted.value() < corners[n].value()) {
          corners[n] = contracted;
        } else {
          for (int j = 1; j <= n; j++) {
            corners[j] = corner(along(corners[0].at(), corners[j].at(), 0.5));
          }
        }
      }
    }
    Arrays.sort(corners, Comparator.comparingDouble(Corner::value));
    return corners[0].at();
  }

  private static double[] along(double[] from, double[] to, double share) {
    var point = new double[from.length];
    for (int i = 0; i < from.length; i++) {
      point[i] = from[i] + share * (to[i] - from[i]);
    }
    return point;
  }
}

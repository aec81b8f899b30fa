package org.nepenthe.pharmacology.target;

import org.nepenthe.pharmacology.solver.Mammillary;
import org.nepenthe.pharmacology.solver.Solver;

/// One body over one step of constant length: how a state is carried without drug, and what one
/// mg/min during the step adds to it. Exact for any linear body, and solved once for all steps.
final class StepResponse {
  private final int compartments;
  private final double v1;
  private final double[][] carried;
  private final double[] added;

  StepResponse(Mammillary body, double minutes) {
    compartments = body.compartments();
    v1 = body.v1();
    var solver = Solver.of(body);
    int n = body.stateSize();
    carried = new double[n][n];
    for (int column = 0; column < n; column++) {
      var unit = new double[n];
      unit[column] = 1;
      var after = solver.step(unit, 0, minutes);
      for (int row = 0; row < n; row++) {
        carried[row][column] = after[row];
      }
    }
    added = solver.step(new double[n], 1, minutes);
  }

  int size() {
    return added.length;
  }

  double cp(double[] state) {
    return state[0] / v1;
  }

  double ce(double[] state) {
    return state[compartments];
  }

  /// mg/L of plasma after the step, without and for each mg/min.
  double freeCp(double[] state) {
    return row(0, state) / v1;
  }

  double cpPerRate() {
    return added[0] / v1;
  }

  double[] added() {
    return added.clone();
  }

  void advance(double[] state, double rate, double[] next) {
    for (int i = 0; i < added.length; i++) {
      next[i] = row(i, state) + added[i] * rate;
    }
  }

  /// `weights` times the matrix that carries a state over one step: what a weighting of the state
  /// one step later is in terms of the state now.
  double[] before(double[] weights) {
    var earlier = new double[weights.length];
    for (int i = 0; i < weights.length; i++) {
      for (int j = 0; j < weights.length; j++) {
        earlier[j] += weights[i] * carried[i][j];
      }
    }
    return earlier;
  }

  private double row(int i, double[] state) {
    double sum = 0;
    for (int j = 0; j < state.length; j++) {
      sum += carried[i][j] * state[j];
    }
    return sum;
  }
}

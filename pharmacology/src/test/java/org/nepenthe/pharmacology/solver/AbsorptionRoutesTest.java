package org.nepenthe.pharmacology.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/// A dose that is absorbed at `ka`, by three routes: the textbook's sum of exponentials, the matrix
/// exponential and numerical integration; `ka` equals a rate constant of the body as often as not.
/// Tolerance 1e-8 relative, plus 1e-12 of the dose.
class AbsorptionRoutesTest {
  private static final double DOSE = 100;

  private final RandomBodies random = new RandomBodies();

  @Test
  void threeRoutesAgree() {
    for (int i = 0; i < 2000; i++) {
      var body = random.any();
      var lambda = Eigenvalues.of(body);
      boolean coincides = random.below(2) == 0;
      double ka = coincides ? lambda[random.below(lambda.length)] : random.logUniform(1e-3, 10);
      double minutes = random.logUniform(1e-2, 1000);
      var system = withDepot(body, ka);
      var start = new double[system.size()];
      start[system.size() - 1] = DOSE;
      double exponential = new MatrixExponential(system).step(start, 0, minutes)[0] / body.v1();
      double integrated = new Integration(system).step(start, 0, minutes)[0] / body.v1();
      double summed = textbook(body, lambda, ka, minutes);
      double tolerance = 1e-8 * exponential + 1e-12 * DOSE / body.v1();
      var as = random.seed() + " " + body + " ka " + ka + " at " + minutes + " min";
      assertThat(Math.abs(integrated - exponential)).as(as).isLessThanOrEqualTo(tolerance);
      if (apart(body, lambda)) {
        assertThat(Math.abs(summed - exponential)).as(as).isLessThanOrEqualTo(tolerance);
      }
    }
  }

  /// `sum of A_i ka D (e^(-ka t) - e^(-lambda_i t)) / (lambda_i - ka)`, the quotient by its limit
  /// where the two coincide; `A_i = prod(k_j1 - lambda_i) / prod(lambda_j - lambda_i) / v1`.
  private static double textbook(Mammillary body, double[] lambda, double ka, double t) {
    double sum = 0;
    for (int i = 0; i < lambda.length; i++) {
      double a = 1 / body.v1();
      for (var exchange : body.peripherals()) {
        a *= exchange.back() - lambda[i];
      }
      for (int j = 0; j < lambda.length; j++) {
        a /= j == i ? 1 : lambda[j] - lambda[i];
      }
      double gap = (lambda[i] - ka) * t;
      double quotient = Math.abs(gap) < 1e-10 ? t : Math.expm1(gap) / (lambda[i] - ka);
      sum += a * ka * DOSE * Math.exp(-lambda[i] * t) * (gap > 600 ? 0 : quotient);
      sum += gap > 600 ? a * ka * DOSE * Math.exp(-ka * t) / (lambda[i] - ka) : 0;
    }
    return sum;
  }

  /// The textbook's sum loses digits where two of the body's own rate constants nearly coincide.
  private static boolean apart(Mammillary body, double[] lambda) {
    for (int i = 1; i < lambda.length; i++) {
      if (lambda[i - 1] - lambda[i] < 0.01 * lambda[i - 1]) {
        return false;
      }
    }
    return true;
  }

  private static LinearSystem withDepot(Mammillary body, double ka) {
    int n = body.compartments();
    var rows = new ArrayList<double[]>();
    var central = new double[n + 1];
    central[0] = -body.k10();
    central[n] = ka;
    rows.add(central);
    for (int j = 1; j < n; j++) {
      var exchange = body.peripherals().get(j - 1);
      var row = new double[n + 1];
      row[0] = exchange.out();
      row[j] = -exchange.back();
      central[0] -= exchange.out();
      central[j] = exchange.back();
      rows.add(row);
    }
    var depot = new double[n + 1];
    depot[n] = -ka;
    rows.add(depot);
    return new LinearSystem(rows.toArray(double[][]::new), new double[n + 1]);
  }
}

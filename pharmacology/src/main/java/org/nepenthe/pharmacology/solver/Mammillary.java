package org.nepenthe.pharmacology.solver;

import java.util.List;

/// One person's mammillary body: a central compartment that drug enters and leaves, up to two
/// peripheral ones that only exchange with it, and an effect site without mass.
///
/// Units: volume in L, rate constants in 1/min, amounts in mg, concentrations in mg/L. A state is
/// an array `[a1, …, an, ce]`: amount per compartment, then the effect-site concentration.
///
/// @param v1 central volume
/// @param k10 elimination from the central compartment
/// @param peripherals the exchange with each peripheral compartment, none to two
/// @param ke0 equilibration of the effect site with the central compartment
public record Mammillary(double v1, double k10, List<Exchange> peripherals, double ke0) {

  /// Exchange of one peripheral compartment: out of the centre, and back.
  public record Exchange(double out, double back) {
    public Exchange {
      positive(out, "rate constant into a peripheral compartment", "/min");
      positive(back, "rate constant out of a peripheral compartment", "/min");
    }
  }

  public Mammillary {
    positive(v1, "central volume", "L");
    positive(k10, "elimination rate constant", "/min");
    positive(ke0, "ke0", "/min");
    peripherals = List.copyOf(peripherals);
    if (peripherals.size() > 2) {
      throw new IllegalArgumentException(
          "a mammillary model has at most 3 compartments, was " + (peripherals.size() + 1));
    }
  }

  public int compartments() {
    return 1 + peripherals.size();
  }

  /// Length of a state: every compartment and the effect site.
  public int stateSize() {
    return compartments() + 1;
  }

  /// Plasma clearance in L/min.
  public double clearance() {
    return k10 * v1;
  }

  /// The same body with another effect site.
  public Mammillary withKe0(double other) {
    return new Mammillary(v1, k10, peripherals, other);
  }

  /// As a system `dx/dt = A x + b u` with `u` the input into the centre in mg/min.
  public LinearSystem asLinearSystem() {
    int n = compartments();
    var a = new double[n + 1][n + 1];
    a[0][0] = -k10;
    for (int j = 1; j < n; j++) {
      var exchange = peripherals.get(j - 1);
      a[0][0] -= exchange.out();
      a[0][j] = exchange.back();
      a[j][0] = exchange.out();
      a[j][j] = -exchange.back();
    }
    a[n][0] = ke0 / v1;
    a[n][n] = -ke0;
    var b = new double[n + 1];
    b[0] = 1;
    return new LinearSystem(a, b);
  }

  private static void positive(double value, String name, String unit) {
    if (!(value >= 1e-12 && value <= 1e12)) {
      throw new IllegalArgumentException(
          name + " must lie between 1e-12 and 1e12 " + unit + ", was " + value + " " + unit);
    }
  }
}

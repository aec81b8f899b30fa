package org.nepenthe.pharmacology.population.kernel;

import java.util.Arrays;

/// Bodies of up to three compartments with an effect site, side by side: one array for each
/// quantity, one lane for each person. The caller fills the rate constants; a [Kernel] does the
/// rest.
///
/// A body of fewer compartments has `k12` or `k13` of 0 and, as `k21` or `k31`, a rate constant
/// that none of its others comes near.
public final class Bodies {
  /// Lanes come in this multiple, which every vector length divides.
  public static final int MULTIPLE = 8;

  final int lanes;

  // What the caller fills: central volume in L, the rest in 1/min.
  final double[] v1;
  final double[] k10;
  final double[] k12;
  final double[] k21;
  final double[] k13;
  final double[] k31;
  final double[] ke0;
  final double[] scale;

  // Rate constants of the modes in 1/min, fastest first, and what 1 mg puts into each, in ng/mL.
  final double[] lambda1;
  final double[] lambda2;
  final double[] lambda3;
  final double[] share1;
  final double[] share2;
  final double[] share3;

  // The state in ng/mL: the modes, whose sum is the plasma concentration, and the effect site.
  final double[] mode1;
  final double[] mode2;
  final double[] mode3;
  final double[] effect;

  // One step: what is left of each, what each mode hands to the effect site, what 1 mg/min adds.
  final double[] keep1;
  final double[] keep2;
  final double[] keep3;
  final double[] keepEffect;
  final double[] hand1;
  final double[] hand2;
  final double[] hand3;
  final double[] gain1;
  final double[] gain2;
  final double[] gain3;
  final double[] gainEffect;

  /// @param lanes how many persons there is room for, a multiple of [#MULTIPLE]
  public Bodies(int lanes) {
    if (lanes <= 0 || lanes % MULTIPLE != 0) {
      throw new IllegalArgumentException("lanes must be a multiple of 8 above 0, was " + lanes);
    }
    this.lanes = lanes;
    v1 = new double[lanes];
    k10 = new double[lanes];
    k12 = new double[lanes];
    k21 = new double[lanes];
    k13 = new double[lanes];
    k31 = new double[lanes];
    ke0 = new double[lanes];
    scale = new double[lanes];
    lambda1 = new double[lanes];
    lambda2 = new double[lanes];
    lambda3 = new double[lanes];
    share1 = new double[lanes];
    share2 = new double[lanes];
    share3 = new double[lanes];
    mode1 = new double[lanes];
    mode2 = new double[lanes];
    mode3 = new double[lanes];
    effect = new double[lanes];
    keep1 = new double[lanes];
    keep2 = new double[lanes];
    keep3 = new double[lanes];
    keepEffect = new double[lanes];
    hand1 = new double[lanes];
    hand2 = new double[lanes];
    hand3 = new double[lanes];
    gain1 = new double[lanes];
    gain2 = new double[lanes];
    gain3 = new double[lanes];
    gainEffect = new double[lanes];
    Arrays.fill(scale, 1);
  }

  public int lanes() {
    return lanes;
  }

  /// Central volumes in L, to be filled.
  public double[] v1() {
    return v1;
  }

  /// Elimination rate constants in 1/min, to be filled.
  public double[] k10() {
    return k10;
  }

  /// From the centre into the second compartment, 1/min, to be filled.
  public double[] k12() {
    return k12;
  }

  /// From the second compartment back, 1/min, to be filled.
  public double[] k21() {
    return k21;
  }

  /// From the centre into the third compartment, 1/min, to be filled.
  public double[] k13() {
    return k13;
  }

  /// From the third compartment back, 1/min, to be filled.
  public double[] k31() {
    return k31;
  }

  /// Equilibration of the effect site, 1/min, to be filled.
  public double[] ke0() {
    return ke0;
  }

  /// What every dose is multiplied by: 1 for doses in mg, the weight for doses in mg/kg.
  public double[] scale() {
    return scale;
  }

  /// How far, relative to the faster one, two modes of a lane lie apart at least. Where that is
  /// near 0 the modes cannot be told apart and the lane's curve is not to be used.
  public double gap(int lane) {
    double first = (lambda1[lane] - lambda2[lane]) / lambda1[lane];
    double second = (lambda2[lane] - lambda3[lane]) / lambda2[lane];
    return lambda3[lane] > 0 ? Math.min(first, second) : 0;
  }

  void empty() {
    Arrays.fill(mode1, 0);
    Arrays.fill(mode2, 0);
    Arrays.fill(mode3, 0);
    Arrays.fill(effect, 0);
  }
}

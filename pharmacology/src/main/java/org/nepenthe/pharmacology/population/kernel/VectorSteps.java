package org.nepenthe.pharmacology.population.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// The coefficients of one step: as in the plain kernel, several lanes at once. Until [#keep] has
/// run, the arrays of what is left hold what is gone.
final class VectorSteps {
  private static final VectorSpecies<Double> S = VectorKernel.species();

  private VectorSteps() {}

  /// `1 - e^-(rate t)` of every lane.
  static void gone(double[] rates, double[] gone, int lanes, double minutes) {
    for (int i = 0; i < lanes; i += S.length()) {
      var rate = DoubleVector.fromArray(S, rates, i);
      rate.mul(-minutes).lanewise(VectorOperators.EXPM1).neg().intoArray(gone, i);
    }
  }

  static void mode(
      Bodies b, double[] lambdas, double[] gone, double[] hand, int lanes, double minutes) {
    gone(lambdas, gone, lanes, minutes);
    for (int i = 0; i < lanes; i += S.length()) {
      var ke0 = DoubleVector.fromArray(S, b.ke0, i);
      var lambda = DoubleVector.fromArray(S, lambdas, i);
      var slower = DoubleVector.fromArray(S, gone, i);
      var left = slower.min(DoubleVector.fromArray(S, b.keepEffect, i)).neg().add(1);
      var gap = ke0.sub(lambda).abs();
      var x = gap.mul(-minutes);
      var carried = x.lanewise(VectorOperators.EXPM1).neg().div(gap);
      var near = x.compare(VectorOperators.GT, -1e-300);
      var time = carried.blend(minutes, near);
      ke0.mul(left).mul(time).intoArray(hand, i);
    }
  }

  static void gains(Bodies b, int lanes) {
    for (int i = 0; i < lanes; i += S.length()) {
      DoubleVector.zero(S).intoArray(b.gainEffect, i);
      gain(b, b.lambda1, b.share1, b.keep1, b.hand1, b.gain1, i);
      gain(b, b.lambda2, b.share2, b.keep2, b.hand2, b.gain2, i);
      gain(b, b.lambda3, b.share3, b.keep3, b.hand3, b.gain3, i);
    }
  }

  private static void gain(
      Bodies b,
      double[] lambda,
      double[] share,
      double[] gone,
      double[] hand,
      double[] gain,
      int i) {
    var steady = DoubleVector.fromArray(S, share, i).div(DoubleVector.fromArray(S, lambda, i));
    steady.mul(DoubleVector.fromArray(S, gone, i)).intoArray(gain, i);
    var effect = DoubleVector.fromArray(S, b.keepEffect, i).sub(DoubleVector.fromArray(S, hand, i));
    steady.fma(effect, DoubleVector.fromArray(S, b.gainEffect, i)).intoArray(b.gainEffect, i);
  }

  static void keep(Bodies b, int lanes) {
    for (int i = 0; i < lanes; i += S.length()) {
      DoubleVector.fromArray(S, b.keep1, i).neg().add(1).intoArray(b.keep1, i);
      DoubleVector.fromArray(S, b.keep2, i).neg().add(1).intoArray(b.keep2, i);
      DoubleVector.fromArray(S, b.keep3, i).neg().add(1).intoArray(b.keep3, i);
      DoubleVector.fromArray(S, b.keepEffect, i).neg().add(1).intoArray(b.keepEffect, i);
    }
  }
}

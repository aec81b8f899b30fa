package org.nepenthe.pharmacology.population.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// The modes of bodies: as in the plain kernel, several lanes at once. The coefficients of the
/// characteristic polynomial wait in arrays between the small loops.
final class VectorModes {
  private static final VectorSpecies<Double> S = VectorKernel.species();

  private VectorModes() {}

  static void roots(Bodies b, int lanes) {
    for (int i = 0; i < lanes; i += S.length()) {
      polynomial(b, i);
      trigonometric(b, i);
    }
    polish(b, b.lambda1, lanes);
    polish(b, b.lambda2, lanes);
    polish(b, b.lambda3, lanes);
  }

  /// Leaves a2, a1 and a0 in the arrays of the steps, which are not in use yet.
  private static void polynomial(Bodies b, int i) {
    var k10 = DoubleVector.fromArray(S, b.k10, i);
    var k12 = DoubleVector.fromArray(S, b.k12, i);
    var k21 = DoubleVector.fromArray(S, b.k21, i);
    var k13 = DoubleVector.fromArray(S, b.k13, i);
    var k31 = DoubleVector.fromArray(S, b.k31, i);
    var back = k21.add(k31);
    k10.add(k12).add(k13).add(back).intoArray(b.keep1, i);
    k10.mul(back).add(k12.mul(k31)).add(k13.mul(k21)).add(k21.mul(k31)).intoArray(b.keep2, i);
    k10.mul(k21).mul(k31).intoArray(b.keep3, i);
  }

  private static void trigonometric(Bodies b, int i) {
    var a1 = DoubleVector.fromArray(S, b.keep2, i);
    var a0 = DoubleVector.fromArray(S, b.keep3, i);
    var mean = DoubleVector.fromArray(S, b.keep1, i).div(3);
    var square = mean.mul(mean).sub(a1.div(3)).max(Double.MIN_NORMAL);
    var spread = square.sqrt();
    var offset = mean.mul(mean.mul(mean).sub(a1.mul(0.5))).add(a0.mul(0.5));
    var cosine = offset.div(spread.mul(square)).min(1).max(-1);
    var c = cosine.lanewise(VectorOperators.ACOS).div(3).lanewise(VectorOperators.COS);
    var s = c.mul(c).neg().add(1).max(0).mul(3).sqrt();
    mean.add(spread.mul(c).mul(2)).intoArray(b.lambda1, i);
    mean.add(spread.mul(s.sub(c))).intoArray(b.lambda2, i);
    mean.sub(spread.mul(s.add(c))).intoArray(b.lambda3, i);
  }

  private static void polish(Bodies b, double[] roots, int lanes) {
    for (int i = 0; i < lanes; i += S.length()) {
      var a2 = DoubleVector.fromArray(S, b.keep1, i);
      var a1 = DoubleVector.fromArray(S, b.keep2, i);
      var a0 = DoubleVector.fromArray(S, b.keep3, i);
      var r = DoubleVector.fromArray(S, roots, i);
      for (int round = 0; round < 3; round++) {
        var value = r.sub(a2).fma(r, a1).mul(r).sub(a0);
        var slope = r.mul(3).sub(a2).sub(a2).fma(r, a1);
        r = r.sub(value.div(slope), slope.compare(VectorOperators.NE, 0.0));
      }
      r.intoArray(roots, i);
    }
  }

  static void shares(Bodies b, int lanes) {
    for (int i = 0; i < lanes; i += S.length()) {
      share(b, b.lambda1, b.lambda2, b.lambda3, b.share1, i);
      share(b, b.lambda2, b.lambda1, b.lambda3, b.share2, i);
      share(b, b.lambda3, b.lambda1, b.lambda2, b.share3, i);
    }
  }

  private static void share(
      Bodies b, double[] own, double[] other, double[] third, double[] share, int i) {
    var l = DoubleVector.fromArray(S, own, i);
    var top =
        l.sub(DoubleVector.fromArray(S, b.k21, i)).mul(l.sub(DoubleVector.fromArray(S, b.k31, i)));
    var bottom =
        l.sub(DoubleVector.fromArray(S, other, i)).mul(l.sub(DoubleVector.fromArray(S, third, i)));
    var unit = DoubleVector.fromArray(S, b.scale, i).mul(1000);
    unit.mul(top).div(bottom.mul(DoubleVector.fromArray(S, b.v1, i))).intoArray(share, i);
  }
}

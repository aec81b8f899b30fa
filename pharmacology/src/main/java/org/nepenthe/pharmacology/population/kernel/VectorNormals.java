package org.nepenthe.pharmacology.population.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// [NormalQuantile] of several lanes at once. No vector is handed from one method to another: were
/// the second not inlined, the vector would go by way of the heap.
final class VectorNormals {
  private static final VectorSpecies<Double> S = VectorKernel.species();

  private static final double[] CENTRAL_TOP = NormalQuantile.centralTop();
  private static final double[] CENTRAL_BOTTOM = NormalQuantile.centralBottom();
  private static final double[] NEAR_TOP = NormalQuantile.nearTop();
  private static final double[] NEAR_BOTTOM = NormalQuantile.nearBottom();

  /// Of every numerator and denominator.
  private static final int DEGREE = 7;

  private VectorNormals() {}

  /// Right for the middle 85 of 100 people; the others are put right by [#tails].
  static void central(double[] probabilities, double[] deviates, int lanes) {
    for (int i = 0; i < lanes; i += S.length()) {
      var q = DoubleVector.fromArray(S, probabilities, i).sub(0.5);
      var r = q.mul(q).neg().add(NormalQuantile.CENTRAL_SQUARE);
      var top = DoubleVector.broadcast(S, CENTRAL_TOP[DEGREE]);
      var bottom = DoubleVector.broadcast(S, CENTRAL_BOTTOM[DEGREE]);
      for (int c = DEGREE - 1; c >= 0; c--) {
        top = top.fma(r, DoubleVector.broadcast(S, CENTRAL_TOP[c]));
        bottom = bottom.fma(r, DoubleVector.broadcast(S, CENTRAL_BOTTOM[c]));
      }
      q.mul(top).div(bottom).intoArray(deviates, i);
    }
  }

  static void tails(double[] probabilities, double[] deviates, int lanes) {
    for (int i = 0; i < lanes; i += S.length()) {
      var p = DoubleVector.fromArray(S, probabilities, i);
      var q = p.sub(0.5);
      var outside = q.abs().compare(VectorOperators.GT, NormalQuantile.CENTRAL);
      var r = p.min(p.neg().add(1)).lanewise(VectorOperators.LOG).neg().sqrt();
      var shifted = r.sub(NormalQuantile.NEAR_SHIFT);
      var top = DoubleVector.broadcast(S, NEAR_TOP[DEGREE]);
      var bottom = DoubleVector.broadcast(S, NEAR_BOTTOM[DEGREE]);
      for (int c = DEGREE - 1; c >= 0; c--) {
        top = top.fma(shifted, DoubleVector.broadcast(S, NEAR_TOP[c]));
        bottom = bottom.fma(shifted, DoubleVector.broadcast(S, NEAR_BOTTOM[c]));
      }
      var size = top.div(bottom);
      var signed = size.blend(size.neg(), q.compare(VectorOperators.LT, 0.0));
      DoubleVector.fromArray(S, deviates, i).blend(signed, outside).intoArray(deviates, i);
      if (r.compare(VectorOperators.GT, NormalQuantile.NEAR_TAIL).anyTrue()) {
        oneByOne(probabilities, deviates, i);
      }
    }
  }

  /// One in a hundred thousand million people lies so far out.
  private static void oneByOne(double[] probabilities, double[] deviates, int from) {
    for (int i = from; i < from + S.length(); i++) {
      deviates[i] = NormalQuantile.of(probabilities[i]);
    }
  }
}

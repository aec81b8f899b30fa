package org.nepenthe.pharmacology.population.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// The Vector API. Nothing outside names this class's insides, so that it is loaded only where the
/// module is there.
///
/// Each method is one small loop: in a large one the compiler gives up inlining and puts every
/// vector on the heap, which costs a factor of tens.
final class VectorKernel implements Kernel {
  private static final VectorKernel INSTANCE = new VectorKernel();
  private static final VectorSpecies<Double> S =
      DoubleVector.SPECIES_PREFERRED.length() > Bodies.MULTIPLE
          ? DoubleVector.SPECIES_512
          : DoubleVector.SPECIES_PREFERRED;

  private VectorKernel() {}

  static Kernel instance() {
    return INSTANCE;
  }

  static VectorSpecies<Double> species() {
    return S;
  }

  @Override
  public void normal(double[] probabilities, double[] deviates, int lanes) {
    VectorNormals.central(probabilities, deviates, lanes);
    VectorNormals.tails(probabilities, deviates, lanes);
  }

  @Override
  public void logarithm(double[] values, int lanes) {
    for (int i = 0; i < lanes; i += S.length()) {
      DoubleVector.fromArray(S, values, i).lanewise(VectorOperators.LOG).intoArray(values, i);
    }
  }

  @Override
  public void exponential(double[] values, int lanes) {
    for (int i = 0; i < lanes; i += S.length()) {
      DoubleVector.fromArray(S, values, i).lanewise(VectorOperators.EXP).intoArray(values, i);
    }
  }

  @Override
  public void addScaled(double[] sum, double factor, double[] values, int lanes) {
    var f = DoubleVector.broadcast(S, factor);
    for (int i = 0; i < lanes; i += S.length()) {
      var s = DoubleVector.fromArray(S, sum, i);
      DoubleVector.fromArray(S, values, i).fma(f, s).intoArray(sum, i);
    }
  }

  @Override
  public void modes(Bodies bodies, int lanes) {
    bodies.empty();
    VectorModes.roots(bodies, lanes);
    VectorModes.shares(bodies, lanes);
  }

  @Override
  public void step(Bodies b, int lanes, double minutes) {
    VectorSteps.gone(b.ke0, b.keepEffect, lanes, minutes);
    VectorSteps.mode(b, b.lambda1, b.keep1, b.hand1, lanes, minutes);
    VectorSteps.mode(b, b.lambda2, b.keep2, b.hand2, lanes, minutes);
    VectorSteps.mode(b, b.lambda3, b.keep3, b.hand3, lanes, minutes);
    VectorSteps.gains(b, lanes);
    VectorSteps.keep(b, lanes);
  }

  @Override
  public void bolus(Bodies b, int lanes, double milligrams) {
    addScaled(b.mode1, milligrams, b.share1, lanes);
    addScaled(b.mode2, milligrams, b.share2, lanes);
    addScaled(b.mode3, milligrams, b.share3, lanes);
  }

  @Override
  public void advance(
      Bodies b,
      int lanes,
      double rate,
      int steps,
      double[] plasma,
      double[] effect,
      int offset,
      int stride) {
    for (int i = 0; i < lanes; i += S.length()) {
      group(b, i, rate, steps, plasma, effect, offset + i, stride);
    }
  }

  private static void group(
      Bodies b,
      int i,
      double rate,
      int steps,
      double[] plasma,
      double[] effect,
      int offset,
      int stride) {
    var x1 = DoubleVector.fromArray(S, b.mode1, i);
    var x2 = DoubleVector.fromArray(S, b.mode2, i);
    var x3 = DoubleVector.fromArray(S, b.mode3, i);
    var xe = DoubleVector.fromArray(S, b.effect, i);
    var f1 = DoubleVector.fromArray(S, b.keep1, i);
    var f2 = DoubleVector.fromArray(S, b.keep2, i);
    var f3 = DoubleVector.fromArray(S, b.keep3, i);
    var fe = DoubleVector.fromArray(S, b.keepEffect, i);
    var h1 = DoubleVector.fromArray(S, b.hand1, i);
    var h2 = DoubleVector.fromArray(S, b.hand2, i);
    var h3 = DoubleVector.fromArray(S, b.hand3, i);
    var u1 = DoubleVector.fromArray(S, b.gain1, i).mul(rate);
    var u2 = DoubleVector.fromArray(S, b.gain2, i).mul(rate);
    var u3 = DoubleVector.fromArray(S, b.gain3, i).mul(rate);
    var ue = DoubleVector.fromArray(S, b.gainEffect, i).mul(rate);
    int at = offset;
    for (int s = 0; s < steps; s++) {
      xe = xe.fma(fe, x1.fma(h1, x2.fma(h2, x3.fma(h3, ue))));
      x1 = x1.fma(f1, u1);
      x2 = x2.fma(f2, u2);
      x3 = x3.fma(f3, u3);
      x1.add(x2).add(x3).intoArray(plasma, at);
      xe.intoArray(effect, at);
      at += stride;
    }
    x1.intoArray(b.mode1, i);
    x2.intoArray(b.mode2, i);
    x3.intoArray(b.mode3, i);
    xe.intoArray(b.effect, i);
  }
}

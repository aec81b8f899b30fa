package org.nepenthe.pharmacology.population.kernel;

/// Plain Java. Two persons are taken through time together, which keeps the processor's units busy
/// while each waits for its own last result.
final class ScalarKernel implements Kernel {
  static final ScalarKernel INSTANCE = new ScalarKernel();

  private ScalarKernel() {}

  @Override
  public void normal(double[] probabilities, double[] deviates, int lanes) {
    for (int i = 0; i < lanes; i++) {
      deviates[i] = NormalQuantile.of(probabilities[i]);
    }
  }

  @Override
  public void logarithm(double[] values, int lanes) {
    for (int i = 0; i < lanes; i++) {
      values[i] = Math.log(values[i]);
    }
  }

  @Override
  public void exponential(double[] values, int lanes) {
    for (int i = 0; i < lanes; i++) {
      values[i] = Math.exp(values[i]);
    }
  }

  @Override
  public void addScaled(double[] sum, double factor, double[] values, int lanes) {
    for (int i = 0; i < lanes; i++) {
      sum[i] += factor * values[i];
    }
  }

  @Override
  public void modes(Bodies bodies, int lanes) {
    bodies.empty();
    for (int i = 0; i < lanes; i++) {
      roots(bodies, i);
      shares(bodies, i);
    }
  }

  /// The roots of `s^3 - a2 s^2 + a1 s - a0` by the trigonometric method, then polished.
  private static void roots(Bodies b, int i) {
    double k10 = b.k10[i];
    double k21 = b.k21[i];
    double k31 = b.k31[i];
    double a2 = k10 + b.k12[i] + b.k13[i] + k21 + k31;
    double a1 = k10 * (k21 + k31) + b.k12[i] * k31 + b.k13[i] * k21 + k21 * k31;
    double a0 = k10 * k21 * k31;
    double mean = a2 / 3;
    double square = Math.max(0, mean * mean - a1 / 3);
    double spread = Math.sqrt(square);
    double offset = mean * (mean * mean - a1 / 2) + a0 / 2;
    double cosine = spread == 0 ? 1 : Math.clamp(offset / (spread * square), -1.0, 1.0);
    double c = Math.cos(Math.acos(cosine) / 3);
    double s = Math.sqrt(3 * Math.max(0, 1 - c * c));
    b.lambda1[i] = polished(mean + 2 * spread * c, a2, a1, a0);
    b.lambda2[i] = polished(mean + spread * (s - c), a2, a1, a0);
    b.lambda3[i] = polished(mean - spread * (s + c), a2, a1, a0);
  }

  private static double polished(double start, double a2, double a1, double a0) {
    double root = start;
    for (int i = 0; i < 3; i++) {
      double slope = (3 * root - 2 * a2) * root + a1;
      root -= slope == 0 ? 0 : (((root - a2) * root + a1) * root - a0) / slope;
    }
    return root;
  }

  private static void shares(Bodies b, int i) {
    double l1 = b.lambda1[i];
    double l2 = b.lambda2[i];
    double l3 = b.lambda3[i];
    double k21 = b.k21[i];
    double k31 = b.k31[i];
    double unit = 1000 * b.scale[i] / b.v1[i];
    b.share1[i] = unit * (l1 - k21) * (l1 - k31) / ((l1 - l2) * (l1 - l3));
    b.share2[i] = unit * (l2 - k21) * (l2 - k31) / ((l2 - l1) * (l2 - l3));
    b.share3[i] = unit * (l3 - k21) * (l3 - k31) / ((l3 - l1) * (l3 - l2));
  }

  @Override
  public void step(Bodies b, int lanes, double minutes) {
    for (int i = 0; i < lanes; i++) {
      double ke0 = b.ke0[i];
      double goneEffect = -Math.expm1(-ke0 * minutes);
      double gone1 = -Math.expm1(-b.lambda1[i] * minutes);
      double gone2 = -Math.expm1(-b.lambda2[i] * minutes);
      double gone3 = -Math.expm1(-b.lambda3[i] * minutes);
      b.hand1[i] = handed(ke0, b.lambda1[i], goneEffect, gone1, minutes);
      b.hand2[i] = handed(ke0, b.lambda2[i], goneEffect, gone2, minutes);
      b.hand3[i] = handed(ke0, b.lambda3[i], goneEffect, gone3, minutes);
      b.keep1[i] = 1 - gone1;
      b.keep2[i] = 1 - gone2;
      b.keep3[i] = 1 - gone3;
      b.keepEffect[i] = 1 - goneEffect;
      double steady1 = b.share1[i] / b.lambda1[i];
      double steady2 = b.share2[i] / b.lambda2[i];
      double steady3 = b.share3[i] / b.lambda3[i];
      b.gain1[i] = steady1 * gone1;
      b.gain2[i] = steady2 * gone2;
      b.gain3[i] = steady3 * gone3;
      b.gainEffect[i] =
          steady1 * (goneEffect - b.hand1[i])
              + steady2 * (goneEffect - b.hand2[i])
              + steady3 * (goneEffect - b.hand3[i]);
    }
  }

  /// What a mode of 1 ng/mL hands to the effect site in one step:
  /// `ke0 (e^-(lambda t) - e^-(ke0 t)) / (ke0 - lambda)`, without loss where the two are near.
  private static double handed(
      double ke0, double lambda, double goneEffect, double gone, double minutes) {
    double gap = Math.abs(ke0 - lambda);
    double left = ke0 < lambda ? 1 - goneEffect : 1 - gone;
    double x = gap * minutes;
    return ke0 * left * (x < 1e-300 ? minutes : -Math.expm1(-x) / gap);
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
    for (int i = 0; i < lanes; i += 2) {
      pair(b, i, rate, steps, plasma, effect, offset + i, stride);
    }
  }

  private static void pair(
      Bodies b,
      int i,
      double rate,
      int steps,
      double[] plasma,
      double[] effect,
      int offset,
      int stride) {
    int j = i + 1;
    double x1 = b.mode1[i];
    double x2 = b.mode2[i];
    double x3 = b.mode3[i];
    double xe = b.effect[i];
    double y1 = b.mode1[j];
    double y2 = b.mode2[j];
    double y3 = b.mode3[j];
    double ye = b.effect[j];
    double fx1 = b.keep1[i];
    double fx2 = b.keep2[i];
    double fx3 = b.keep3[i];
    double fxe = b.keepEffect[i];
    double fy1 = b.keep1[j];
    double fy2 = b.keep2[j];
    double fy3 = b.keep3[j];
    double fye = b.keepEffect[j];
    double hx1 = b.hand1[i];
    double hx2 = b.hand2[i];
    double hx3 = b.hand3[i];
    double hy1 = b.hand1[j];
    double hy2 = b.hand2[j];
    double hy3 = b.hand3[j];
    double ux1 = rate * b.gain1[i];
    double ux2 = rate * b.gain2[i];
    double ux3 = rate * b.gain3[i];
    double uxe = rate * b.gainEffect[i];
    double uy1 = rate * b.gain1[j];
    double uy2 = rate * b.gain2[j];
    double uy3 = rate * b.gain3[j];
    double uye = rate * b.gainEffect[j];
    int at = offset;
    for (int s = 0; s < steps; s++) {
      xe = xe * fxe + (x1 * hx1 + x2 * hx2 + (x3 * hx3 + uxe));
      ye = ye * fye + (y1 * hy1 + y2 * hy2 + (y3 * hy3 + uye));
      x1 = x1 * fx1 + ux1;
      x2 = x2 * fx2 + ux2;
      x3 = x3 * fx3 + ux3;
      y1 = y1 * fy1 + uy1;
      y2 = y2 * fy2 + uy2;
      y3 = y3 * fy3 + uy3;
      plasma[at] = x1 + x2 + x3;
      plasma[at + 1] = y1 + y2 + y3;
      effect[at] = xe;
      effect[at + 1] = ye;
      at += stride;
    }
    b.mode1[i] = x1;
    b.mode2[i] = x2;
    b.mode3[i] = x3;
    b.effect[i] = xe;
    b.mode1[j] = y1;
    b.mode2[j] = y2;
    b.mode3[j] = y3;
    b.effect[j] = ye;
  }
}

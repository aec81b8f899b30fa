package org.nepenthe.pharmacology.target;

import java.util.Arrays;

/// The effect site as the target: the largest rate with which it, left without drug after the step,
/// never rises above the target. From no drug that is the bolus whose effect peaks at the target,
/// then nothing until the peak, then the rate that holds it (Shafer SL, Gregg KM. Algorithms to
/// rapidly achieve and maintain stable drug concentrations at the site of drug effect with a
/// computer-controlled infusion pump. J Pharmacokinet Biopharm 1992;20:147-169).
///
/// Their search for the time of the peak is not needed: at each later step the effect site is the
/// one that would be without drug plus the rate times a constant, so the rate is the smallest of
/// quotients. Looking ahead to the peak of a pulse is enough: what was given earlier peaks earlier.
final class EffectSiteRule implements TargetRule {
  /// Beyond it no ketamine effect site peaks; a slower one is looked at this far.
  private static final int MOST_STEPS_AHEAD = 2000;

  private final StepResponse response;

  /// Row k: the effect site k + 1 steps from now, in terms of the state now.
  private final double[][] free;

  /// The effect site k + 1 steps from now for each mg/min given during the first.
  private final double[] perRate;

  EffectSiteRule(StepResponse response) {
    this.response = response;
    int peak = 1;
    var weights = new double[response.size()];
    weights[response.size() - 1] = 1;
    var rows = new double[MOST_STEPS_AHEAD][];
    var pulses = new double[MOST_STEPS_AHEAD];
    for (int k = 0; k < MOST_STEPS_AHEAD; k++) {
      pulses[k] = dot(weights, response.added());
      weights = response.before(weights);
      rows[k] = weights;
      if (k > 0 && pulses[k] > pulses[k - 1]) {
        peak = k + 1;
      } else if (k >= peak) {
        break;
      }
    }
    free = Arrays.copyOf(rows, peak);
    perRate = Arrays.copyOf(pulses, peak);
  }

  @Override
  public double rate(double[] state, double target) {
    double smallest = Double.POSITIVE_INFINITY;
    for (int k = 0; k < perRate.length; k++) {
      smallest = Math.min(smallest, (target - dot(free[k], state)) / perRate[k]);
    }
    return smallest;
  }

  @Override
  public boolean isReached(double[] state, double target) {
    return response.ce(state) >= target * (1 - 1e-3);
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}

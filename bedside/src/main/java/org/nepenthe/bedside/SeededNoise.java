package org.nepenthe.bedside;

import java.util.SplittableRandom;

/// Chance that is a function of the seed, the minute and what it is for, and of nothing else: a
/// reading is the same whoever asks, in whatever order, and after a restart.
record SeededNoise(long seed) {

  /// A factor that makes one person unlike another: log-normal, mostly within a fifth of 1.
  double factor(String of) {
    return Math.exp(0.2 * Math.clamp(draw(0, of), -2, 2));
  }

  /// Measurement noise of one channel, constant within a second.
  double at(double minute, String channel, double spread) {
    return spread * Math.clamp(draw(1 + Math.round(minute * 60), channel), -2.5, 2.5);
  }

  private double draw(long second, String of) {
    long mixed = (seed * 31 + of.hashCode()) * 0x9E3779B97F4A7C15L + second;
    return new SplittableRandom(mixed).nextGaussian();
  }
}

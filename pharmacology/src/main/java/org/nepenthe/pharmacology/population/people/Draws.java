package org.nepenthe.pharmacology.population.people;

/// Chance that can be repeated: a number for each person and purpose, whoever asks first, so that a
/// population does not depend on how many threads draw it or in which order.
///
/// The generator is SplitMix64 at a position (Steele, Lea, Flood, OOPSLA 2014: the mixing function
/// of `java.util.SplittableRandom`), and the position is the person and the purpose.
public record Draws(long seed) {
  private static final long GAMMA = 0x9e3779b97f4a7c15L;
  private static final int PURPOSES = 1 << 20;

  /// A number above 0 and below 1, of 52 random bits.
  ///
  /// @param person from 0
  /// @param purpose from 0, below 1048576
  public double uniform(long person, int purpose) {
    long position = person * PURPOSES + purpose;
    long bits = mixed(mixed(seed + GAMMA) + (position + 1) * GAMMA);
    return Double.longBitsToDouble((bits >>> 12) | 0x3ff0000000000000L) - 1.0 + 0x1p-53;
  }

  /// Another, independent source, for example for measurement error.
  public Draws other(int stream) {
    return new Draws(mixed(seed + GAMMA * (2L * stream + 1)));
  }

  private static long mixed(long value) {
    long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}

package org.nepenthe.pharmacology.population.kernel;

/// The arithmetic of many persons at once. Both kernels do the same, to a few units in the last
/// place; which one is used depends on whether the Vector API is there.
///
/// `lanes` in every method is how many lanes, from the first, are worked on: a multiple of
/// [Bodies#MULTIPLE].
public sealed interface Kernel permits ScalarKernel, VectorKernel {

  /// Turns probabilities between 0 and 1, both excluded, into standard normal deviates, written to
  /// another array.
  void normal(double[] probabilities, double[] deviates, int lanes);

  /// Turns values into their natural logarithms.
  void logarithm(double[] values, int lanes);

  /// Turns values into `e` to their power.
  void exponential(double[] values, int lanes);

  /// `sum = sum + factor * values`.
  void addScaled(double[] sum, double factor, double[] values, int lanes);

  /// Splits the bodies into modes and empties them of drug.
  void modes(Bodies bodies, int lanes);

  /// Makes the coefficients of one step of a length in minutes.
  void step(Bodies bodies, int lanes, double minutes);

  /// Gives mg at once.
  void bolus(Bodies bodies, int lanes, double milligrams);

  /// Takes steps of the length last given to [#step], at a rate in mg/min. After step `i`, counted
  /// from 0, lane `j` has its concentrations in ng/mL at `offset + i * stride + j`.
  void advance(
      Bodies bodies,
      int lanes,
      double rate,
      int steps,
      double[] plasma,
      double[] effect,
      int offset,
      int stride);

  /// Writes the present concentrations as [#advance] does, without moving time.
  default void write(Bodies bodies, int lanes, double[] plasma, double[] effect, int offset) {
    for (int i = 0; i < lanes; i++) {
      plasma[offset + i] = bodies.mode1[i] + bodies.mode2[i] + bodies.mode3[i];
      effect[offset + i] = bodies.effect[i];
    }
  }

  /// Plain Java, which every machine has.
  static Kernel scalar() {
    return ScalarKernel.INSTANCE;
  }

  /// The Vector API where the JVM was started with `--add-modules jdk.incubator.vector`, plain Java
  /// elsewhere.
  static Kernel best() {
    return hasVectors() ? VectorKernel.instance() : scalar();
  }

  /// True where the JVM was started with the Vector API.
  static boolean hasVectors() {
    return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
  }
}

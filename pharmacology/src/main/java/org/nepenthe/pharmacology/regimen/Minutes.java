package org.nepenthe.pharmacology.regimen;

import java.util.List;
import java.util.stream.IntStream;

/// Times in minutes from a start that the caller chose; there is no clock here.
public final class Minutes {
  /// Nineteen years: a time beyond it is a mistake, and the solvers would lose digits on it.
  private static final double LATEST = 1e7;

  private Minutes() {}

  /// From 0 to `until`, both included, in steps of `step`; a last shorter step is left out.
  public static List<Double> every(double step, double until) {
    if (!(step > 0) || !(valid(until, "end of the grid") / step <= 1e6)) {
      throw new IllegalArgumentException(
          "a grid needs a step above 0 min and at most a million of them, was every "
              + step
              + " min until "
              + until
              + " min");
    }
    int steps = (int) Math.floor(until / step + 1e-9);
    return IntStream.rangeClosed(0, steps).mapToObj(i -> i * step).toList();
  }

  /// The same time, refused unless it is finite, not negative and within reach of the solvers.
  public static double valid(double minute, String name) {
    if (!(minute >= 0 && minute <= LATEST)) {
      throw new IllegalArgumentException(
          name + " must lie between 0 and 10000000 min, was " + minute + " min");
    }
    return minute;
  }

  /// The same times, refused unless each is valid and none lies before the one it follows.
  public static List<Double> ascending(List<Double> minutes) {
    double last = 0;
    for (double minute : minutes) {
      if (valid(minute, "time") < last) {
        throw new IllegalArgumentException(
            "times must ascend: " + minute + " min stands after " + last + " min");
      }
      last = minute;
    }
    return List.copyOf(minutes);
  }
}

package org.nepenthe.pharmacology.solver;

/// When an effect site peaks after a bolus, and which `ke0` puts the peak at a wanted time.
///
/// A `ke0` belongs to the parameter set it was estimated with. Carried over to another set it
/// must be derived again so that the effect peaks at the same time.
public final class PeakEffect {
  private static final double SLOWEST = 1e-6;
  private static final double FASTEST = 1e6;

  private PeakEffect() {}

  /// Minutes from a bolus to the highest effect-site concentration: where plasma, falling, meets
  /// the effect site, rising.
  public static double minutesAfterBolus(Mammillary body) {
    var solver = Solver.of(body);
    double late = 1;
    while (!isPast(body, solver, late)) {
      late *= 2;
    }
    double early = 0;
    for (int i = 0; i < 200 && late - early > 1e-14 * late; i++) {
      double middle = (early + late) / 2;
      if (isPast(body, solver, middle)) {
        late = middle;
      } else {
        early = middle;
      }
    }
    return (early + late) / 2;
  }

  /// The `ke0` in 1/min with which the body's effect site peaks at the wanted time.
  ///
  /// @throws IllegalArgumentException if no `ke0` from 1e-6 to 1e6 does
  public static double ke0ForPeakAt(Mammillary body, double minutes) {
    if (!(minutes > 0 && minutes <= 1440)) {
      throw new IllegalArgumentException(
          "time of peak must lie above 0 and up to 1440 min, was " + minutes + " min");
    }
    double slow = SLOWEST;
    double fast = FASTEST;
    for (int i = 0; i < 200 && fast - slow > 1e-14 * fast; i++) {
      double middle = Math.sqrt(slow * fast);
      if (minutesAfterBolus(body.withKe0(middle)) > minutes) {
        slow = middle;
      } else {
        fast = middle;
      }
    }
    double found = Math.sqrt(slow * fast);
    if (found < 2 * SLOWEST || found > FASTEST / 2) {
      throw new IllegalArgumentException(
          "no ke0 from 1e-6 to 1e6 /min puts the time of peak at " + minutes + " min");
    }
    return found;
  }

  private static boolean isPast(Mammillary body, Solver solver, double minutes) {
    var start = new double[body.stateSize()];
    start[0] = body.v1();
    var state = solver.step(start, 0, minutes);
    return state[body.compartments()] >= state[0] / body.v1();
  }
}

package org.nepenthe.pharmacology.solver;

/// When an effect site peaks after a bolus, and which `ke0` puts the peak at a wanted time.
///
/// A `ke0` belongs to the parameter set it was estimated with. Carried over to another set it
/// must be derived again so that the effect peaks at the same time.
public final class PeakEffect {
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
  public static double ke0ForPeakAt(Mammillary body, double minutes) {
    if (!(minutes > 0 && minutes <= 1440)) {
      throw new IllegalArgumentException(
          "time of peak must lie above 0 and up to 1440 min, was " + minutes + " min");
    }
    double slow = 1e-6;
    double fast = 1e6;
    for (int i = 0; i < 200 && fast - slow > 1e-14 * fast; i++) {
      double middle = Math.sqrt(slow * fast);
      if (minutesAfterBolus(body.withKe0(middle)) > minutes) {
        slow = middle;
      } else {
        fast = middle;
      }
    }
    return Math.sqrt(slow * fast);
  }

  private static boolean isPast(Mammillary body, Solver solver, double minutes) {
    var start = new double[body.stateSize()];
    start[0] = body.v1();
    var state = solver.step(start, 0, minutes);
    return state[body.compartments()] >= state[0] / body.v1();
  }
}

package org.nepenthe.pharmacology;

import org.nepenthe.pharmacology.solver.Mammillary;
import org.nepenthe.pharmacology.solver.Solver;

/// When the effect site peaks after a bolus, and the ke0 that makes it peak at a wanted time: the
/// only way in which a ke0 may be carried over to parameters it was not estimated with (Minto CF,
/// Schnider TW, Gregg KM, Henthorn TK, Shafer SL. Using the time of maximum effect site
/// concentration to combine pharmacokinetics and pharmacodynamics. Anesthesiology 2003;99:324-333).
public final class TimeOfPeak {
  private static final double SLOWEST = 1e-4;
  private static final double FASTEST = 100;
  private static final double LATEST = 1e5;
  private static final int HALVINGS = 200;
  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

  private TimeOfPeak() {}

  /// Minutes from a bolus to the highest concentration at the effect site, to about 1e-7 of itself.
  public static double afterBolus(Mammillary body) {
    var solver = Solver.of(body);
    var start = new double[body.stateSize()];
    start[0] = 1;
    int site = body.compartments();
    double reach = 1e-3;
    while (reach < LATEST
        && solver.step(start, 0, 2 * reach)[site] > solver.step(start, 0, reach)[site]) {
      reach *= 2;
    }
    double low = 0;
    double high = 2 * reach;
    for (int i = 0; i < HALVINGS && high - low > 1e-9 * high; i++) {
      double left = high - GOLDEN * (high - low);
      double right = low + GOLDEN * (high - low);
      if (solver.step(start, 0, left)[site] < solver.step(start, 0, right)[site]) {
        low = left;
      } else {
        high = right;
      }
    }
    return (low + high) / 2;
  }

  /// The ke0 in 1/min with which this body's effect site peaks at a time; the body's own ke0 does
  /// not matter.
  ///
  /// @throws IllegalArgumentException if no ke0 from 0.0001 to 100 per minute does
  public static double ke0For(Mammillary body, double minutes) {
    if (!(minutes < afterBolus(body.withKe0(SLOWEST))
        && minutes > afterBolus(body.withKe0(FASTEST)))) {
      throw new IllegalArgumentException(
          "no ke0 from 0.0001 to 100 /min makes this effect site peak at " + minutes + " min");
    }
    double slow = SLOWEST;
    double fast = FASTEST;
    for (int i = 0; i < HALVINGS && fast / slow - 1 > 1e-12; i++) {
      double middle = Math.sqrt(slow * fast);
      if (afterBolus(body.withKe0(middle)) > minutes) {
        slow = middle;
      } else {
        fast = middle;
      }
    }
    return Math.sqrt(slow * fast);
  }
}

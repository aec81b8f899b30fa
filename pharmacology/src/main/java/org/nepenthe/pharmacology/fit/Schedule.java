package org.nepenthe.pharmacology.fit;

import java.util.List;
import org.nepenthe.pharmacology.regimen.Regimen;
import org.nepenthe.pharmacology.solver.EvenSteps;
import org.nepenthe.pharmacology.solver.Solver;

/// A regimen and the times at which it is looked at, sorted out once for the many bodies that are
/// tried. Where a bolus is given at a time that is looked at, the value is the one just after it.
final class Schedule {
  /// Reads the state at one time.
  @FunctionalInterface
  interface Reader {
    void read(int index, double[] state);
  }

  private final double[] minutes;
  private final List<Regimen.Event> events;

  /// @param minutes ascending
  Schedule(Regimen regimen, double[] minutes) {
    this.minutes = minutes.clone();
    this.events = List.copyOf(regimen.events());
  }

  void walk(Solver solver, int stateSize, Reader reader) {
    var state = new double[stateSize];
    var steps = new EvenSteps(solver);
    double now = 0;
    double rate = 0;
    int next = 0;
    for (int i = 0; i < minutes.length; i++) {
      while (next < events.size() && events.get(next).minute() <= minutes[i]) {
        var event = events.get(next);
        state = step(steps, state, rate, event.minute() - now);
        now = event.minute();
        rate = event.changesRate() ? event.rate() : rate;
        state[0] += event.bolus();
        next++;
      }
      state = step(steps, state, rate, minutes[i] - now);
      now = minutes[i];
      reader.read(i, state);
    }
  }

  private static double[] step(EvenSteps steps, double[] state, double rate, double minutes) {
    return minutes > 0 ? steps.step(state, rate, minutes) : state;
  }
}

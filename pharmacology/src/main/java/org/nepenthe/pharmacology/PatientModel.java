package org.nepenthe.pharmacology;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;
import org.nepenthe.pharmacology.regimen.Minutes;
import org.nepenthe.pharmacology.regimen.Regimen;
import org.nepenthe.pharmacology.solver.EvenSteps;
import org.nepenthe.pharmacology.solver.Mammillary;
import org.nepenthe.pharmacology.solver.Solver;
import org.nepenthe.quantity.Moiety;

/// One person's body under one model. Exact for any regimen; immutable, so that a state can be
/// carried along an infusion and looked ahead from at any time.
///
/// ```
/// var state = model.before(0, moiety);
/// state = model.advance(state, given, 12);          // what really ran, up to minute 12
/// var ahead = model.simulate(state, planned, Minutes.every(1, 240));
/// ```
public final class PatientModel {
  private static final double NANOGRAMS_PER_ML = 1000;

  private final Mammillary body;
  private final Solver solver;

  private PatientModel(Mammillary body, Solver solver) {
    this.body = body;
    this.solver = solver;
  }

  public static PatientModel of(Mammillary body) {
    return new PatientModel(body, Solver.of(body));
  }

  /// The same body solved by the matrix exponential: slower, and independent of the closed form.
  public static PatientModel byMatrixExponential(Mammillary body) {
    return new PatientModel(body, Solver.general(body));
  }

  public Mammillary body() {
    return body;
  }

  /// A body without drug.
  public PkState before(double minute, Moiety moiety) {
    return new PkState(minute, moiety, Collections.nCopies(body.compartments(), 0.0), 0.0);
  }

  /// The state at `minute`: everything the regimen gives from the state's own minute up to, and
  /// not at, that one.
  public PkState advance(PkState from, Regimen regimen, double minute) {
    var cursor = new Cursor(from, regimen);
    cursor.moveTo(Minutes.valid(minute, "time"), false);
    return cursor.state(from.moiety());
  }

  /// The curve of a regimen in a body without drug, from minute 0.
  public Curve simulate(Regimen regimen, List<Double> minutes) {
    return simulate(before(0, regimen.moiety()), regimen, minutes);
  }

  /// The curve from a state on. What the regimen gives before the state's minute is taken to be in
  /// the state already.
  public Curve simulate(PkState from, Regimen regimen, List<Double> minutes) {
    var cursor = new Cursor(from, regimen);
    var cp = new ArrayList<Double>(minutes.size());
    var ce = new ArrayList<Double>(minutes.size());
    for (double minute : Minutes.ascending(minutes)) {
      cursor.moveTo(minute, true);
      cp.add(cursor.cp());
      ce.add(cursor.ce());
    }
    return new Curve(minutes, cp, ce);
  }

  /// Walks through the events of a regimen; the only place in which time moves.
  private final class Cursor {
    private final List<Regimen.Event> events;
    private int next;
    private double minute;
    private double rate;
    private double[] state;
    private final EvenSteps steps = new EvenSteps(solver);

    Cursor(PkState from, Regimen regimen) {
      if (from.moiety() != regimen.moiety()) {
        throw new IllegalArgumentException(
            "a body with "
                + from.moiety().genericName()
                + " in it cannot go on with "
                + regimen.moiety().genericName());
      }
      if (from.milligrams().size() != body.compartments()) {
        throw new IllegalArgumentException(
            "a state of "
                + from.milligrams().size()
                + " compartments does not fit a body of "
                + body.compartments());
      }
      if (!regimen.isIntravenous()) {
        throw new IllegalArgumentException(
            "a mammillary body knows intravenous doses only, was given "
                + regimen.administrations().getFirst().route().plainWords());
      }
      minute = from.minute();
      state =
          DoubleStream.concat(
                  from.milligrams().stream().mapToDouble(Double::doubleValue),
                  DoubleStream.of(from.effectSite()))
              .toArray();
      events = regimen.events();
      while (next < events.size() && events.get(next).minute() < minute) {
        take(events.get(next), false);
      }
    }

    void moveTo(double target, boolean withEventsAtTarget) {
      if (target < minute) {
        throw new IllegalArgumentException(
            "time cannot go back: asked for " + target + " min from a state at " + minute + " min");
      }
      while (next < events.size() && isDue(events.get(next), target, withEventsAtTarget)) {
        step(events.get(next).minute());
        take(events.get(next), true);
      }
      step(target);
    }

    private static boolean isDue(Regimen.Event event, double target, boolean atTarget) {
      return event.minute() < target || (atTarget && event.minute() == target);
    }

    private void take(Regimen.Event event, boolean withBolus) {
      rate = event.changesRate() ? event.rate() : rate;
      state[0] += withBolus ? event.bolus() : 0;
      next++;
    }

    private void step(double target) {
      if (target > minute) {
        state = steps.step(state, rate, target - minute);
        minute = target;
      }
    }

    double cp() {
      return state[0] / body.v1() * NANOGRAMS_PER_ML;
    }

    double ce() {
      return state[body.compartments()] * NANOGRAMS_PER_ML;
    }

    PkState state(Moiety moiety) {
      int n = body.compartments();
      var milligrams = DoubleStream.of(state).limit(n).boxed().toList();
      return new PkState(minute, moiety, milligrams, state[n]);
    }
  }
}

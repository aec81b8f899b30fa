package org.nepenthe.pharmacology;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.nepenthe.pharmacology.model.Analyte;
import org.nepenthe.pharmacology.model.Covariates;
import org.nepenthe.pharmacology.model.EffectSite;
import org.nepenthe.pharmacology.model.Eta;
import org.nepenthe.pharmacology.model.Measured;
import org.nepenthe.pharmacology.model.PkModel;
import org.nepenthe.pharmacology.regimen.Minutes;
import org.nepenthe.pharmacology.regimen.Regimen;
import org.nepenthe.pharmacology.solver.Transitions;
import org.nepenthe.quantity.Moiety;

/// One person's body under one model with all its compartments: metabolites, doses that have to be
/// absorbed, a liver of its own. Exact for any regimen of doses and piecewise-constant rates, by
/// the matrix exponential. Immutable.
///
/// Amounts are counted as the drug that was given; see [org.nepenthe.pharmacology.network.Network].
public final class PatientNetwork {
  private static final double NANOGRAMS_PER_ML = 1000;

  private final PkModel model;
  private final ToDoubleFunction<String> values;
  private final double[][] matrix;
  private final boolean hasEffectSite;

  private PatientNetwork(
      PkModel model, ToDoubleFunction<String> values, double[][] matrix, boolean hasEffectSite) {
    this.model = model;
    this.values = values;
    this.matrix = matrix;
    this.hasEffectSite = hasEffectSite;
  }

  /// @param site the effect site; empty for plasma only
  /// @throws IllegalArgumentException if a covariate is missing that the model needs, or a
  ///     deviation is of a parameter that it does not have
  public static PatientNetwork of(
      PkModel model, Covariates person, Optional<EffectSite> site, Eta eta) {
    var values = model.values(person, eta);
    var network = model.network().matrix(values);
    if (site.isEmpty()) {
      return new PatientNetwork(model, values, network, false);
    }
    double ke0 = site.get().ke0().forWeight(person.weight());
    int n = network.length;
    var matrix = new double[n + 1][n + 1];
    for (int i = 0; i < n; i++) {
      System.arraycopy(network[i], 0, matrix[i], 0, n);
    }
    matrix[n][0] = ke0 / model.network().volume("central", values);
    matrix[n][n] = -ke0;
    return new PatientNetwork(model, values, matrix, true);
  }

  /// The states' names, in the order of every state and of the matrix; the effect site is not among
  /// them.
  public List<String> states() {
    return model.network().states().stream().map(state -> state.name()).toList();
  }

  /// The matrix of `dx/dt = A x` in 1/min, a copy; where there is an effect site it is the last
  /// state, in mg/L.
  public double[][] matrix() {
    return java.util.Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
  }

  /// What one mg in the analyte's state is in ng/mL.
  ///
  /// @throws IllegalArgumentException if the model does not offer the analyte
  public double nanogramsPerMillilitre(Analyte analyte) {
    return model.measured().stream()
        .filter(measured -> measured.analyte() == analyte)
        .findFirst()
        .map(this::factor)
        .orElseThrow(
            () -> new IllegalArgumentException(model.id() + " offers no " + analyte.plainWords()));
  }

  private double factor(Measured measured) {
    double volume = model.network().volume(measured.state(), values);
    return measured.massRatio() / volume * NANOGRAMS_PER_ML;
  }

  /// A body without drug.
  public PkState before(double minute, Moiety moiety) {
    int states = model.network().states().size();
    return new PkState(minute, moiety, Collections.nCopies(states, 0.0), 0);
  }

  /// The state at `minute`: everything the regimen gives from the state's own minute up to, and not
  /// at, that one. What is being absorbed goes on being absorbed.
  public PkState advance(PkState from, Regimen regimen, double minute) {
    var cursor = new Cursor(from, regimen);
    cursor.moveTo(Minutes.valid(minute, "time"), false);
    return cursor.state(from.moiety());
  }

  /// The concentrations of a regimen in a body without drug, from minute 0.
  public Concentrations simulate(Regimen regimen, List<Double> minutes) {
    return simulate(before(0, regimen.moiety()), regimen, minutes);
  }

  /// The concentrations from a state on. What the regimen gives before the state's minute is taken
  /// to be in the state already.
  public Concentrations simulate(PkState from, Regimen regimen, List<Double> minutes) {
    var cursor = new Cursor(from, regimen);
    var ce = new ArrayList<Double>();
    Map<Analyte, List<Double>> curves = new EnumMap<>(Analyte.class);
    model.measured().forEach(measured -> curves.put(measured.analyte(), new ArrayList<>()));
    for (double minute : Minutes.ascending(minutes)) {
      cursor.moveTo(minute, true);
      for (var measured : model.measured()) {
        double amount = cursor.state[model.network().index(measured.state())];
        curves.getOrDefault(measured.analyte(), ce).add(amount * factor(measured));
      }
      if (hasEffectSite) {
        ce.add(cursor.state[matrix.length - 1] * NANOGRAMS_PER_ML);
      }
    }
    var cp = curves.getOrDefault(Analyte.KETAMINE, List.of());
    curves.remove(Analyte.KETAMINE);
    return new Concentrations(new Curve(minutes, cp, ce), curves);
  }

  /// Walks through what a regimen brings in; the only place in which time moves.
  private final class Cursor {
    private final Intake intake;
    private final int[] rated;
    private final TreeSet<Double> breaks;
    private final Transitions transitions;
    private double minute;
    private int nextShot;
    private double[] state;

    Cursor(PkState from, Regimen regimen) {
      if (from.moiety() != regimen.moiety()) {
        throw new IllegalArgumentException(
            "a body with "
                + from.moiety().genericName()
                + " in it cannot go on with "
                + regimen.moiety().genericName());
      }
      int states = model.network().states().size();
      if (from.milligrams().size() != states) {
        throw new IllegalArgumentException(
            "a state of "
                + from.milligrams().size()
                + " compartments does not fit a body of "
                + states);
      }
      intake = Intake.of(model, values, regimen);
      rated = intake.ratedStates();
      breaks = intake.breaks();
      transitions = new Transitions(matrix, rated);
      minute = from.minute();
      var amounts = from.milligrams().stream().mapToDouble(Double::doubleValue);
      state =
          hasEffectSite
              ? DoubleStream.concat(amounts, DoubleStream.of(from.effectSite())).toArray()
              : amounts.toArray();
      while (nextShot < intake.shots().size() && shot().atMinute() < minute) {
        nextShot++;
      }
    }

    private Intake.Shot shot() {
      return intake.shots().get(nextShot);
    }

    void moveTo(double target, boolean withShotsAtTarget) {
      if (target < minute) {
        throw new IllegalArgumentException(
            "time cannot go back: asked for " + target + " min from a state at " + minute + " min");
      }
      takeShots(withShotsAtTarget || minute < target);
      for (double next : breaks.subSet(minute, false, target, false)) {
        step(next);
        takeShots(true);
      }
      step(target);
      takeShots(withShotsAtTarget);
    }

    /// Those due at the cursor's own minute.
    private void takeShots(boolean due) {
      while (due && nextShot < intake.shots().size() && shot().atMinute() <= minute) {
        state[shot().state()] += shot().milligrams();
        nextShot++;
      }
    }

    private void step(double target) {
      if (target > minute) {
        state = transitions.step(state, intake.ratesAt(minute, rated), target - minute);
        minute = target;
      }
    }

    PkState state(Moiety moiety) {
      int n = model.network().states().size();
      var milligrams = DoubleStream.of(state).limit(n).boxed().toList();
      return new PkState(minute, moiety, milligrams, hasEffectSite ? state[n] : 0);
    }
  }
}

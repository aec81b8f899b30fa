package org.nepenthe.pharmacology.fit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.nepenthe.pharmacology.Curve;
import org.nepenthe.pharmacology.PatientModel;
import org.nepenthe.pharmacology.PatientNetwork;
import org.nepenthe.pharmacology.model.Analyte;
import org.nepenthe.pharmacology.model.Eta;
import org.nepenthe.pharmacology.population.kernel.NormalQuantile;
import org.nepenthe.pharmacology.regimen.Minutes;
import org.nepenthe.pharmacology.regimen.Regimen;
import org.nepenthe.pharmacology.regimen.Route;

/// The most probable person behind some levels, and how sure that is.
public final class Fitted implements Individualised {
  /// How far from the stated time a level is looked for on the curve, in minutes.
  private static final double SEARCH = 120;

  private static final double PREDICTIVE = 0.95;

  private final Problem problem;
  private final List<MeasuredLevel> levels;
  private final Mode mode;
  private final double[][] covariance;

  Fitted(Problem problem, List<MeasuredLevel> levels, Mode mode, double[][] covariance) {
    this.problem = problem;
    this.levels = List.copyOf(levels);
    this.mode = mode;
    this.covariance = covariance;
  }

  /// In order of time.
  public List<MeasuredLevel> levels() {
    return levels;
  }

  /// How this person deviates, for [org.nepenthe.pharmacology.model.PkModel#body].
  public Eta eta() {
    return problem.curves().eta(mode.eta());
  }

  /// Each parameter that could deviate, in the order of the model's file.
  public List<Deviation> deviations() {
    return IntStream.range(0, mode.eta().length)
        .mapToObj(i ->
            new Deviation(
                problem.prior().parameters().get(i),
                mode.eta()[i],
                Math.sqrt(covariance[i][i]),
                Math.sqrt(problem.prior().covariance()[i][i])))
        .toList();
  }

  /// Minus twice the logarithm of the posterior density at the mode, up to a constant: smaller is
  /// more probable, for the same levels and model.
  public double objective() {
    return mode.value();
  }

  /// The person's body, to be carried along an infusion like any other.
  ///
  /// @throws IllegalArgumentException if the model is not mammillary; see [#patientNetwork]
  public PatientModel patientModel() {
    return PatientModel.of(problem.curves().body(mode.eta()));
  }

  /// The person's body with all the model's compartments, for other routes and metabolites.
  public PatientNetwork patientNetwork() {
    return problem.curves().network(mode.eta());
  }

  /// What the person's most probable curve has at the times of the levels, in ng/mL.
  public List<Double> predictedLevels() {
    return DoubleStream.of(problem.plasma(levels).at(mode.eta())).boxed().toList();
  }

  /// The person's most probable curve under a regimen, with the band in which the true one lies
  /// with a probability (Laplace's approximation, carried to concentrations by the delta method on
  /// their logarithm).
  ///
  /// @param minutes ascending, on the regimen's clock
  /// @param probability between 0.5 and 0.999
  public CredibleBand band(Regimen regimen, List<Double> minutes, double probability) {
    known(regimen);
    var times = Minutes.ascending(minutes).stream().mapToDouble(Double::doubleValue).toArray();
    return band(problem.curves().plasmaAndEffectSite(regimen, times), minutes, probability);
  }

  /// The same of a metabolite that was among the levels, in plasma.
  public CredibleBand band(
      Analyte analyte, Regimen regimen, List<Double> minutes, double probability) {
    if (levels.stream().noneMatch(level -> level.analyte() == analyte)) {
      throw new IllegalArgumentException(
          "nothing is known of this person's " + analyte.plainWords() + " without a level of it");
    }
    known(regimen);
    var times = Minutes.ascending(minutes).stream().mapToDouble(Double::doubleValue).toArray();
    var analytes = Collections.nCopies(times.length, analyte);
    return band(problem.curves().plasma(regimen, times, analytes), minutes, probability);
  }

  private CredibleBand band(LevelCurve curve, List<Double> minutes, double probability) {
    if (!(probability >= 0.5 && probability <= 0.999)) {
      throw new IllegalArgumentException(
          "the probability of a band must lie between 0.5 and 0.999, was " + probability);
    }
    double width = NormalQuantile.of((1 + probability) / 2);
    var centre = curve.at(mode.eta());
    var slopes = Posterior.slopes(curve, mode.eta());
    var spread = new double[centre.length];
    for (int i = 0; i < centre.length; i++) {
      double deviation = Math.sqrt(Problem.variance(slopes[i], covariance));
      spread[i] = centre[i] > 0 ? Math.exp(width * deviation / centre[i]) : 1;
    }
    int size = centre.length;
    return new CredibleBand(
        probability,
        curve(minutes, size, i -> centre[i] / spread[i]),
        curve(minutes, size, i -> centre[i]),
        curve(minutes, size, i -> centre[i] * spread[i]));
  }

  /// What was learned of a person under one moiety and route says nothing of another's.
  private void known(Regimen regimen) {
    var given = problem.given();
    if (regimen.moiety() != given.moiety()) {
      throw new IllegalArgumentException(
          "a person known under "
              + given.moiety().genericName()
              + " is not known under "
              + regimen.moiety().genericName());
    }
    for (var route : regimen.routes()) {
      if (route != Route.INTRAVENOUS && !given.routes().contains(route)) {
        throw new IllegalArgumentException(
            "a person who was given no " + route.plainWords() + " dose is not known under one");
      }
    }
  }

  /// Judges each level by the others: is it what the model expects of this person? In order of
  /// time. Costs one fit for each level.
  public List<LevelCheck> checks() {
    var checks = new ArrayList<LevelCheck>();
    for (int i = 0; i < levels.size(); i++) {
      checks.add(check(levels.get(i), Problem.without(levels, i)));
    }
    return checks;
  }

  private LevelCheck check(MeasuredLevel level, List<MeasuredLevel> others) {
    var other = problem.mode(others);
    var sure = problem.covariance(others, other);
    var curve = problem.plasma(List.of(level));
    double expected = curve.at(other.eta())[0];
    var slopes = Posterior.slopes(curve, other.eta())[0];
    double residual = problem.residualError(level).standardDeviation(expected);
    double deviation = Math.sqrt(Problem.variance(slopes, sure) + residual * residual) / expected;
    double distance = Math.abs(Math.log(level.concentration() / expected)) / deviation;
    double width = NormalQuantile.of((1 + PREDICTIVE) / 2) * deviation;
    return new LevelCheck(
        level,
        expected,
        expected * Math.exp(-width),
        expected * Math.exp(width),
        2 * (1 - StandardNormal.upTo(distance)),
        fittingMinute(level, other.eta()));
  }

  /// Where the curve crosses the level, nearest to its stated time.
  private Optional<Double> fittingMinute(MeasuredLevel level, double[] eta) {
    double from = Math.max(0, level.minute() - SEARCH);
    int steps = (int) (level.minute() + SEARCH - from);
    var minutes = IntStream.rangeClosed(0, steps).mapToDouble(i -> from + i).toArray();
    var cp = problem.plasma(minutes, level.analyte()).at(eta);
    Optional<Double> nearest = Optional.empty();
    for (int i = 1; i < cp.length; i++) {
      double before = cp[i - 1] - level.concentration();
      double after = cp[i] - level.concentration();
      if (before * after <= 0 && before != after) {
        double crossing = minutes[i - 1] + before / (before - after);
        if (nearest.isEmpty()
            || Math.abs(crossing - level.minute()) < Math.abs(nearest.get() - level.minute())) {
          nearest = Optional.of(crossing);
        }
      }
    }
    return nearest;
  }

  private static Curve curve(List<Double> minutes, int size, IntToDoubleFunction value) {
    int n = minutes.size();
    return new Curve(
        minutes,
        IntStream.range(0, n).mapToObj(value::applyAsDouble).toList(),
        IntStream.range(n, size).mapToObj(value::applyAsDouble).toList());
  }
}

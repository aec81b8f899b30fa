package org.nepenthe.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.nepenthe.pharmacology.Curve;
import org.nepenthe.pharmacology.PatientModel;
import org.nepenthe.pharmacology.PkState;
import org.nepenthe.pharmacology.fit.FitOptions;
import org.nepenthe.pharmacology.fit.Individualisation;
import org.nepenthe.pharmacology.fit.Individualised;
import org.nepenthe.pharmacology.fit.MeasuredLevel;
import org.nepenthe.pharmacology.model.Analyte;
import org.nepenthe.pharmacology.model.Covariates;
import org.nepenthe.pharmacology.model.Eta;
import org.nepenthe.pharmacology.model.ModelCatalogue;
import org.nepenthe.pharmacology.model.PkModel;
import org.nepenthe.pharmacology.model.Variability.Level;
import org.nepenthe.pharmacology.regimen.Regimen;
import org.nepenthe.pharmacology.target.PumpLimits;
import org.nepenthe.pharmacology.target.TargetController;
import org.nepenthe.pharmacology.target.WhatIfScheme;
import org.nepenthe.quantity.BodyWeight;
import org.nepenthe.quantity.Dose;
import org.nepenthe.quantity.Moiety;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What is worked out for one patient while somebody waits, for each of a thousand in turn:
/// individualisation from four levels (W4), an hour of target control (W5), a live forecast. Each
/// score is the time of one patient; its median (p0.50) is what a busy machine disturbs least.
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class OnePatientBenchmark {
  private static final int PATIENTS = 1000;
  private static final Regimen INFUSION =
      Regimen.infusion(Dose.ofMilligrams("35", Moiety.ESKETAMINE), 40);

  /// People drawn from a model and measured at 20, 45, 90 and 240 min of 35 mg over 40 min.
  @State(Scope.Benchmark)
  public static class Measured {
    @Param({"simons-2022", "otto-2021"})
    private String model = "simons-2022";

    private final List<List<MeasuredLevel>> levels = new ArrayList<>();
    private final Covariates person = new Covariates(BodyWeight.ofKilograms("75"));
    private PkModel known = ModelCatalogue.shipped().get(model);
    private int next;

    @Setup
    public void draw() {
      known = ModelCatalogue.shipped().get(model);
      var random = new SplittableRandom(20260101);
      var error = known.variability().residualError(Analyte.KETAMINE).orElseThrow();
      for (int i = 0; i < PATIENTS; i++) {
        var eta = Eta.typical();
        for (var effect : known.variability().effects(Level.BETWEEN_PERSONS)) {
          double off = effect.standardDeviation() * random.nextGaussian();
          eta = eta.plus(Eta.of(effect.parameter(), off));
        }
        var body = known.body(person, known.effectSite(), eta);
        var minutes = List.of(20.0, 45.0, 90.0, 240.0);
        var curve = PatientModel.of(body).simulate(INFUSION, minutes);
        var measured = new ArrayList<MeasuredLevel>();
        for (int j = 0; j < minutes.size(); j++) {
          double cp = curve.cp().get(j);
          double noisy = cp + error.standardDeviation(cp) * random.nextGaussian();
          measured.add(
              new MeasuredLevel(
                  minutes.get(j),
                  Analyte.KETAMINE,
                  Moiety.ESKETAMINE,
                  known.matrix(),
                  Math.max(1, noisy),
                  1));
        }
        levels.add(measured);
      }
    }

    private List<MeasuredLevel> next() {
      next = (next + 1) % PATIENTS;
      return levels.get(next);
    }
  }

  /// Kamp's typical adults of 40 to 120 kg.
  @State(Scope.Benchmark)
  public static class Adults {
    private final PkModel model = ModelCatalogue.shipped().get("kamp-2020");
    private final List<Covariates> people =
        IntStream.range(0, PATIENTS)
            .mapToObj(i -> String.valueOf(40 + 0.08 * i))
            .map(BodyWeight::ofKilograms)
            .map(Covariates::new)
            .toList();
    private final List<Double> ahead =
        IntStream.rangeClosed(12, 252).mapToObj(minute -> (double) minute).toList();
    private final List<PatientModel> bodies =
        people.stream()
            .map(person -> PatientModel.of(model.body(person, model.effectSite())))
            .toList();
    private final List<PkState> carried =
        bodies.stream()
            .map(body -> body.advance(body.before(0, Moiety.ESKETAMINE), INFUSION, 12))
            .toList();
    private int next;

    private int next() {
      next = (next + 1) % PATIENTS;
      return next;
    }
  }

  @Benchmark
  public Individualised w4FromFourLevels(Measured measured) {
    return Individualisation.fit(measured.known, measured.person, INFUSION, measured.next());
  }

  @Benchmark
  public Individualised w4RobustFromFourLevels(Measured measured) {
    return Individualisation.fit(
        measured.known, measured.person, INFUSION, measured.next(), FitOptions.robust());
  }

  /// The body included: parameters, eigenvalues, the response to one step.
  @Benchmark
  public WhatIfScheme w5EffectSiteHeldForAnHour(Adults adults) {
    var body = adults.model.body(adults.people.get(adults.next()), adults.model.effectSite());
    return TargetController.effectSite(body, PumpLimits.of(20)).hold(100, 60);
  }

  /// State carried to minute 12, four hours looked ahead by the minute.
  @Benchmark
  public Curve liveForecast(Adults adults) {
    int patient = adults.next();
    return adults.bodies.get(patient).simulate(adults.carried.get(patient), INFUSION, adults.ahead);
  }
}

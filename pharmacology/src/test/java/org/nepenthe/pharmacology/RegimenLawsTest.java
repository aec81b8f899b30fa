package org.nepenthe.pharmacology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nepenthe.quantity.Moiety.ESKETAMINE;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.nepenthe.pharmacology.regimen.Bolus;
import org.nepenthe.pharmacology.regimen.RateSegment;
import org.nepenthe.pharmacology.regimen.Regimen;
import org.nepenthe.pharmacology.solver.Eigenvalues;
import org.nepenthe.pharmacology.solver.LinearSystem;
import org.nepenthe.pharmacology.solver.Mammillary;
import org.nepenthe.pharmacology.solver.MatrixExponential;
import org.nepenthe.pharmacology.solver.RandomBodies;
import org.nepenthe.quantity.Dose;
import org.nepenthe.quantity.DoseRate;

/// What must hold for any body and any regimen, on both routes.
class RegimenLawsTest {
  private static final int ROUNDS = 300;

  private final RandomBodies random = new RandomBodies();

  @Test
  void superposition() {
    for (int i = 0; i < ROUNDS; i++) {
      var first = regimen();
      var second = boluses();
      var both =
          new Regimen(
              ESKETAMINE,
              Stream.concat(first.boluses().stream(), second.boluses().stream())
                  .sorted((a, b) -> Double.compare(a.atMinute(), b.atMinute()))
                  .toList(),
              first.rates());
      var times = times();
      for (var model : routes()) {
        var a = model.simulate(first, times);
        var b = model.simulate(second, times);
        same(model.simulate(both, times).cp(), sum(a.cp(), b.cp()));
        same(model.simulate(both, times).ce(), sum(a.ce(), b.ce()));
      }
    }
  }

  @Test
  void doseLinearity() {
    for (int i = 0; i < ROUNDS; i++) {
      var once = regimen();
      var times = times();
      for (var model : routes()) {
        var single = model.simulate(once, times);
        var triple = model.simulate(timesThree(once), times);
        same(triple.cp(), single.cp().stream().map(c -> 3 * c).toList());
        same(triple.ce(), single.ce().stream().map(c -> 3 * c).toList());
      }
    }
  }

  /// What was given is in the body or has left it; what left is counted by a compartment of its
  /// own in an independent system.
  @Test
  void massBalance() {
    for (int i = 0; i < ROUNDS; i++) {
      var body = random.any();
      var dose = Dose.ofMilligrams(Double.toString(random.logUniform(0.1, 200)), ESKETAMINE);
      var rate = random.logUniform(0.1, 60);
      double minutes = random.logUniform(0.1, 600);
      var regimen =
          Regimen.none(ESKETAMINE).plusBolus(0, dose).plusRate(0, minutes, mgPerHour(rate));
      var model = PatientModel.of(body);
      double left = model.advance(model.before(0, ESKETAMINE), regimen, minutes).total();
      double gone = eliminated(body, dose.asDouble(), rate / 60, minutes);
      double given = dose.asDouble() + rate / 60 * minutes;
      assertThat(left + gone).as(random.seed()).isCloseTo(given, Offset.offset(1e-9 * given));
      assertThat(regimen.milligramsBefore(minutes)).isCloseTo(given, Offset.offset(1e-12 * given));
    }
  }

  @Test
  void neverNegativeNeverNotANumberAndNoMoreThanWasGiven() {
    for (int i = 0; i < ROUNDS; i++) {
      var body = i % 2 == 0 ? random.any() : random.coincident();
      var regimen = regimen();
      var times = times();
      for (var model : List.of(PatientModel.of(body), PatientModel.byMatrixExponential(body))) {
        var curve = model.simulate(regimen, times);
        for (int k = 0; k < times.size(); k++) {
          double most = regimen.milligramsBefore(1e7) / body.v1() * 1000 * (1 + 1e-9);
          assertThat(curve.cp().get(k)).as(random.seed()).isBetween(0.0, most);
          assertThat(curve.ce().get(k)).as(random.seed()).isBetween(0.0, most);
        }
      }
    }
  }

  /// Stopping to look, at any minute and at the very minute of a bolus, changes nothing.
  @Test
  void aCarriedStateGoesOnWhereItStood() {
    for (int i = 0; i < ROUNDS; i++) {
      var regimen = regimen().plusBolus(30, Dose.ofMilligrams("5", ESKETAMINE));
      var times = times().stream().map(minute -> minute + 30).toList();
      for (var model : routes()) {
        var state = model.before(0, ESKETAMINE);
        state = model.advance(state, regimen, random.logUniform(0.5, 30));
        state = model.advance(state, regimen, 30);
        same(model.simulate(state, regimen, times).cp(), model.simulate(regimen, times).cp());
        same(model.simulate(state, regimen, times).ce(), model.simulate(regimen, times).ce());
      }
    }
  }

  /// At steady state as much leaves as comes in: the concentration is rate over clearance.
  @Test
  void steadyState() {
    for (int i = 0; i < ROUNDS; i++) {
      var body = random.any();
      if (Eigenvalues.of(body)[body.compartments() - 1] < 1e-5) {
        continue; // has not settled after nineteen years
      }
      var forever = Regimen.none(ESKETAMINE).plusRate(0, 1e7, mgPerHour(30));
      var curve = PatientModel.of(body).simulate(forever, List.of(9.9e6));
      // 30 mg/h is 0.5 mg/min, and mg/L is 1,000 ng/mL
      double expected = 0.5 / (body.k10() * body.v1()) * 1000;
      assertThat(curve.cp().getFirst()).isCloseTo(expected, Offset.offset(1e-9 * expected));
      assertThat(curve.ce().getFirst()).isCloseTo(expected, Offset.offset(1e-9 * expected));
    }
  }

  private List<PatientModel> routes() {
    var body = random.any();
    return List.of(PatientModel.of(body), PatientModel.byMatrixExponential(body));
  }

  private Regimen regimen() {
    var segments = new ArrayList<RateSegment>();
    double minute = random.logUniform(0.01, 10);
    for (int i = 0; i < 3; i++) {
      double until = minute + random.logUniform(0.1, 60);
      segments.add(new RateSegment(minute, until, mgPerHour(random.logUniform(0.1, 100))));
      minute = until + random.below(2) * random.logUniform(0.1, 30);
    }
    return new Regimen(ESKETAMINE, boluses().boluses(), segments);
  }

  private Regimen boluses() {
    var first = new Bolus(random.below(2) * 7.0, mg(random.logUniform(0.1, 100)));
    var second = new Bolus(random.logUniform(8, 90), mg(random.logUniform(0.1, 100)));
    return new Regimen(ESKETAMINE, List.of(first, second), List.of());
  }

  private static Regimen timesThree(Regimen regimen) {
    return new Regimen(
        regimen.moiety(),
        regimen.boluses().stream()
            .map(b -> new Bolus(b.atMinute(), mg(3 * b.dose().asDouble())))
            .toList(),
        regimen.rates().stream()
            .map(r ->
                new RateSegment(
                    r.fromMinute(), r.untilMinute(), mgPerHour(3 * r.rate().asDouble())))
            .toList());
  }

  private List<Double> times() {
    return DoubleStream.generate(() -> random.logUniform(0.01, 1000))
        .limit(20)
        .sorted()
        .boxed()
        .toList();
  }

  /// Drug eliminated, from a system with one more state than the body.
  private static double eliminated(Mammillary body, double bolus, double rate, double minutes) {
    int n = body.compartments();
    var a = new double[n + 1][n + 1];
    a[0][0] = -body.k10();
    a[n][0] = body.k10();
    for (int j = 1; j < n; j++) {
      var exchange = body.peripherals().get(j - 1);
      a[0][0] -= exchange.out();
      a[j][0] = exchange.out();
      a[j][j] = -exchange.back();
      a[0][j] = exchange.back();
    }
    var start = new double[n + 1];
    start[0] = bolus;
    var input = new double[n + 1];
    input[0] = 1;
    return new MatrixExponential(new LinearSystem(a, input)).step(start, rate, minutes)[n];
  }

  private static List<Double> sum(List<Double> a, List<Double> b) {
    var sum = new ArrayList<Double>();
    for (int i = 0; i < a.size(); i++) {
      sum.add(a.get(i) + b.get(i));
    }
    return sum;
  }

  private void same(List<Double> actual, List<Double> expected) {
    double highest = expected.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    for (int i = 0; i < expected.size(); i++) {
      double tolerance = 1e-9 * expected.get(i) + 1e-13 * highest;
      assertThat(actual.get(i))
          .as("%s, value %d", random.seed(), i)
          .isCloseTo(expected.get(i), Offset.offset(tolerance + 1e-12));
    }
  }

  private static Dose mg(double milligrams) {
    return Dose.ofMilligrams(milligrams, ESKETAMINE);
  }

  private static DoseRate mgPerHour(double rate) {
    return DoseRate.ofMilligramsPerHour(Double.toString(rate), ESKETAMINE);
  }
}

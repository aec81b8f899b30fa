package org.nepenthe.pharmacology.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.nepenthe.pharmacology.solver.Mammillary.Exchange;

/// The closed form, the matrix exponential and numerical integration share no formula; where the
/// three agree, they are right. Tolerance 1e-8 relative, plus 1e-12 of all drug there ever was.
class SolverRoutesTest {
  private static final double TOLERANCE = 1e-8;

  private final RandomBodies random = new RandomBodies();

  @Test
  void agreeOnBodiesOfEveryKind() {
    for (int i = 0; i < 5000; i++) {
      agree(random.any());
    }
  }

  @Test
  void agreeWhereTimeConstantsCoincide() {
    for (int i = 0; i < 5000; i++) {
      agree(random.coincident());
    }
  }

  /// Remembering a step's length changes nothing; the JVM itself may round an exponential
  /// differently before and after it compiles a method.
  @Test
  void evenStepsAreTheSolversOwn() {
    for (int i = 0; i < 200; i++) {
      var body = i % 2 == 0 ? random.any() : random.coincident();
      var solver = Solver.of(body);
      var steps = new EvenSteps(solver);
      var state = new double[body.stateSize()];
      for (double minutes : new double[] {1, 1, 0, 0.5, 0.5, 1}) {
        double rate = random.below(2) == 0 ? 0 : random.logUniform(1e-3, 1e2);
        var expected = solver.step(state, rate, minutes);
        var next = steps.step(state, rate, minutes);
        assertThat(next).as(random.seed()).containsExactly(expected, offset(1e-11));
        state = next;
      }
    }
  }

  /// The closed form must not silently hand everything to the general route.
  @Test
  void closedFormServesOrdinaryBodiesEvenWithKe0OnAnEigenvalue() {
    int served = 0;
    for (int i = 0; i < 1000; i++) {
      var body = random.any();
      var onEigenvalue = body.withKe0(Eigenvalues.of(body)[0]);
      served += ClosedForm.of(onEigenvalue).isPresent() ? 1 : 0;
    }
    assertThat(served).as(random.seed()).isGreaterThan(950);
  }

  @Test
  void closedFormDeclinesPeripheralsThatReturnAlike() {
    var body = new Mammillary(10, 0.1, List.of(new Exchange(0.2, 0.3), new Exchange(0.4, 0.3)), 1);
    assertThat(ClosedForm.of(body)).isEmpty();
    assertThat(Solver.of(body)).isInstanceOf(MatrixExponential.class);
  }

  /// Vieta: sum, sum of pairs and product of the roots are the polynomial's coefficients.
  @Test
  void eigenvaluesSatisfyVieta() {
    for (int i = 0; i < 4000; i++) {
      var body = random.any();
      if (body.compartments() < 3) {
        continue;
      }
      var roots = Eigenvalues.of(body);
      var second = body.peripherals().getFirst();
      var third = body.peripherals().getLast();
      double sum = body.k10() + second.out() + second.back() + third.out() + third.back();
      double product = body.k10() * second.back() * third.back();
      double pairs =
          body.k10() * second.back()
              + body.k10() * third.back()
              + second.out() * third.back()
              + third.out() * second.back()
              + second.back() * third.back();
      near(roots[0] + roots[1] + roots[2], sum, 1e-12);
      near(roots[0] * roots[1] + roots[0] * roots[2] + roots[1] * roots[2], pairs, 1e-12);
      near(roots[0] * roots[1] * roots[2], product, 1e-11);
      assertThat(roots[0]).as(random.seed()).isGreaterThanOrEqualTo(roots[1]);
      assertThat(roots[1]).as(random.seed()).isGreaterThanOrEqualTo(roots[2]);
      assertThat(roots[2]).as(random.seed()).isPositive();
    }
  }

  /// `exp([0 1; -1 0] t)` turns by t: at pi the input state changes sign, so its square is back.
  @Test
  void exponentialOfKnownMatrices() {
    double angle = Math.PI / 3;
    var rotation = Exponential.of(new double[][] {{0, angle}, {-angle, 0}});
    assertThat(rotation[0][0]).isCloseTo(0.5, offset(1e-15));
    assertThat(rotation[0][1]).isCloseTo(0.8660254037844386, offset(1e-15));
    // a Jordan block, which has a single eigenvector: e^2 [1 1; 0 1]
    var jordan = Exponential.of(new double[][] {{2, 1}, {0, 2}});
    assertThat(jordan[0][0]).isCloseTo(7.38905609893065, offset(1e-13));
    assertThat(jordan[0][1]).isCloseTo(7.38905609893065, offset(1e-13));
    assertThat(jordan[1][0]).isZero();
    // needs scaling: e^-60
    assertThat(Exponential.of(new double[][] {{-60}})[0][0])
        .isCloseTo(8.75651076269652e-27, offset(1e-38));
  }

  private void agree(Mammillary body) {
    var state =
        DoubleStream.generate(() -> random.below(3) == 0 ? 0 : random.logUniform(1e-3, 1e3))
            .limit(body.stateSize())
            .toArray();
    double rate = random.below(2) == 0 ? 0 : random.logUniform(1e-3, 1e2);
    double minutes = random.logUniform(1e-2, 2000);
    double scale = DoubleStream.of(state).sum() + rate * minutes;
    var general = Solver.general(body).step(state, rate, minutes);
    var integrated = new Integration(body.asLinearSystem()).step(state, rate, minutes);
    for (var route : List.of(Solver.of(body).step(state, rate, minutes), integrated)) {
      for (int i = 0; i < route.length; i++) {
        double least = (i == body.compartments() ? scale / body.v1() : scale) * 1e-12;
        assertThat(Math.abs(route[i] - general[i]))
            .as(
                "%s, %s, state %s, rate %s, %s min, component %d of %s: expected %s",
                random.seed(),
                body,
                Arrays.toString(state),
                rate,
                minutes,
                i,
                Arrays.toString(route),
                general[i])
            .isLessThanOrEqualTo(TOLERANCE * general[i] + least);
      }
    }
  }

  private void near(double actual, double expected, double relative) {
    assertThat(actual).as(random.seed()).isCloseTo(expected, offset(relative * expected));
  }

  private static org.assertj.core.data.Offset<Double> offset(double by) {
    return org.assertj.core.data.Offset.offset(by);
  }
}

package org.nepenthe.pharmacology.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nepenthe.evidence.ReadDepth;
import org.nepenthe.pharmacology.model.Analyte;
import org.nepenthe.pharmacology.model.ResidualError;
import org.nepenthe.pharmacology.population.kernel.NormalQuantile;
import org.nepenthe.pharmacology.solver.Cholesky;

/// Problems whose answer is on paper: a curve that is linear in its deviations, and a residual
/// error that does not depend on it, have a normal posterior. To 1e-8.
class PosteriorTest {

  /// `f = 100 + 20 eta`, error 5, prior variance 1/4, levels 112 and 104: precision
  /// `4 + 2 * 20^2 / 5^2 = 36`, mean `(20 * 12 + 20 * 4) / 25 / 36 = 12.8 / 36`.
  @Test
  void oneDeviationTwoLevels() {
    LevelCurve curve = eta -> new double[] {100 + 20 * eta[0], 100 + 20 * eta[0]};
    var posterior = posterior(curve, new double[] {112, 104}, additive(5), new double[][] {{4}});
    var mode = Mode.of(posterior, new double[1], Mode.FINE);
    assertThat(mode.eta()[0]).isCloseTo(12.8 / 36, offset(1e-8));
    var information = posterior.linearised(mode.eta()).information();
    assertThat(information[0][0] / 2).isCloseTo(36, offset(1e-6));
  }

  /// Slopes (10, 0) and (10, 10), error 10, prior of one each, residuals 10 and 30: precision
  /// `[3 1; 1 2]`, mean `[2 -1; -1 3] / 5 * [4; 3] = [1; 1]`.
  @Test
  void twoDeviationsThatShareALevel() {
    LevelCurve curve = eta -> new double[] {100 + 10 * eta[0], 100 + 10 * eta[0] + 10 * eta[1]};
    var prior = new double[][] {{1, 0}, {0, 1}};
    var posterior = posterior(curve, new double[] {110, 130}, additive(10), prior);
    var mode = Mode.of(posterior, new double[2], Mode.FINE);
    assertThat(mode.eta()).containsExactly(new double[] {1, 1}, offset(1e-8));
    var covariance = new Cholesky(posterior.linearised(mode.eta()).information()).inverse();
    assertThat(2 * covariance[0][0]).isCloseTo(0.4, offset(1e-8));
    assertThat(2 * covariance[0][1]).isCloseTo(-0.2, offset(1e-8));
    assertThat(2 * covariance[1][1]).isCloseTo(0.6, offset(1e-8));
  }

  /// With a logarithmic error and `f = 100 e^eta` the logarithms are linear: levels 100 e^0.3 with
  /// error 0.1 and prior variance 0.09 give `0.3 * (100 / (100 + 1/0.09))`.
  @Test
  void logarithmicErrorIsLinearInLogarithms() {
    LevelCurve curve = eta -> new double[] {100 * Math.exp(eta[0])};
    var error = new ResidualError.Logarithmic(Analyte.KETAMINE, 0.1, ReadDepth.UNVERIFIED);
    var posterior =
        posterior(curve, new double[] {134.9858807576003}, error, new double[][] {{1 / 0.09}});
    double expected = 0.3 * 100 / (100 + 1 / 0.09);
    assertThat(Mode.of(posterior, new double[1], Mode.FINE).eta()[0])
        .isCloseTo(expected, offset(1e-8));
  }

  /// The slope of a misfit is that of its value, whatever the law; by differences, to 1e-5.
  @ParameterizedTest
  @CsvSource({"0.2, 0, 50", "0.2, 3, 50", "0.1, 0, 300", "0.05, 20, 5"})
  void slopesAreThoseOfTheValue(double proportional, double additive, double observed) {
    var combined =
        new ResidualError.Combined(Analyte.KETAMINE, proportional, additive, ReadDepth.UNVERIFIED);
    var logarithmic =
        new ResidualError.Logarithmic(Analyte.KETAMINE, proportional, ReadDepth.UNVERIFIED);
    for (var law : List.of(new ErrorLaw.Normal(), new ErrorLaw.StudentT(4))) {
      for (var error : List.of(combined, logarithmic)) {
        for (double predicted : new double[] {10, 45, 60, 200}) {
          double step = 1e-6 * predicted;
          double difference =
              law.misfit(error, observed, predicted + step).value()
                  - law.misfit(error, observed, predicted - step).value();
          var misfit = law.misfit(error, observed, predicted);
          assertThat(misfit.slope())
              .as("%s %s at %s", law, error, predicted)
              .isCloseTo(difference / (2 * step), offset(1e-5 * (1 + Math.abs(misfit.slope()))));
          assertThat(misfit.information()).isPositive();
        }
      }
    }
  }

  /// With many degrees of freedom Student's law is the normal one; with few, a far level pulls
  /// less.
  @Test
  void studentsLawHasHeavyTails() {
    var error = additive(1);
    double far = new ErrorLaw.StudentT(4).misfit(error, 110, 100).slope();
    double normal = new ErrorLaw.Normal().misfit(error, 110, 100).slope();
    assertThat(normal).isCloseTo(-20, offset(1e-12));
    // (4 + 1) / (4 + 100) of the normal pull
    assertThat(far).isCloseTo(-20 * 5.0 / 104, offset(1e-12));
    double nearlyNormal = new ErrorLaw.StudentT(100).misfit(error, 101, 100).slope();
    assertThat(nearlyNormal).isCloseTo(-2, offset(1e-12));
  }

  /// From tables of the normal distribution.
  @ParameterizedTest
  @CsvSource({
    "0, 0.5",
    "1.959963984540054, 0.975",
    "-1.2815515655446004, 0.1",
    "3.090232306167813, 0.999"
  })
  void normalDistribution(double x, double probability) {
    assertThat(StandardNormal.upTo(x)).isCloseTo(probability, offset(1e-14));
    assertThat(NormalQuantile.of(probability)).isCloseTo(x, offset(1e-11));
  }

  private static ResidualError additive(double deviation) {
    return new ResidualError.Combined(Analyte.KETAMINE, 0, deviation, ReadDepth.UNVERIFIED);
  }

  private static Posterior posterior(
      LevelCurve curve, double[] observed, ResidualError error, double[][] precision) {
    return new Posterior(
        curve,
        observed,
        Collections.nCopies(observed.length, error),
        precision,
        new ErrorLaw.Normal());
  }
}

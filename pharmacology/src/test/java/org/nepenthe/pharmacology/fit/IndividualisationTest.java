package org.nepenthe.pharmacology.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;
import static org.nepenthe.pharmacology.fit.Synthetic.FORTY_MINUTES;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nepenthe.pharmacology.PatientModel;
import org.nepenthe.pharmacology.model.Eta;
import org.nepenthe.pharmacology.regimen.Minutes;
import org.nepenthe.pharmacology.regimen.Regimen;
import org.nepenthe.quantity.Dose;
import org.nepenthe.quantity.Moiety;

/// Laws of individualisation on made-up people of both models, whose true deviation is known.
class IndividualisationTest {
  private static final List<Double> FOUR = List.of(20.0, 45.0, 90.0, 240.0);

  /// The optimum is looked for again by another method (Nelder and Mead's simplex) on an objective
  /// written down anew, with curves from the matrix exponential.
  @ParameterizedTest
  @ValueSource(strings = {"simons-2022", "otto-2021"})
  void simplexFindsTheSamePerson(String id) {
    var people = new Synthetic(id);
    for (int i = 0; i < 6; i++) {
      var levels = people.measured(people.drawn(), FOUR);
      var fitted = people.fitted(levels);
      var names = fitted.deviations().stream().map(Deviation::parameter).toList();
      var simplex = new Simplex(names.size(), eta -> objective(people, names, levels, eta));
      var best = simplex.lowest();
      for (int j = 0; j < names.size(); j++) {
        assertThat(fitted.eta().on(names.get(j)))
            .as("%s %s person %d", people.seed(), names.get(j), i)
            .isCloseTo(best[j], offset(2e-5));
      }
      assertThat(fitted.objective()).isLessThanOrEqualTo(simplex.value(best) + 1e-9);
    }
  }

  /// Both models have a proportional error; Omega's inverse is written out for 2x2 and diagonals.
  private static double objective(
      Synthetic people, List<String> names, List<MeasuredLevel> levels, double[] eta) {
    var named = Eta.typical();
    for (int i = 0; i < eta.length; i++) {
      named = named.plus(Eta.of(names.get(i), eta[i]));
    }
    double sigma = people.model.id().equals("otto-2021") ? 0.23609 : 0.1095;
    var curve = people.curve(named, FORTY_MINUTES, FOUR);
    double sum = 0;
    for (int i = 0; i < levels.size(); i++) {
      double sd = sigma * curve.get(i);
      double z = (levels.get(i).concentration() - curve.get(i)) / sd;
      sum += z * z + 2 * Math.log(sd);
    }
    if (people.model.id().equals("otto-2021")) {
      double det = 0.084177 * 0.026048 - 0.02261 * 0.02261;
      return sum
          + (0.026048 * eta[0] * eta[0]
                  - 2 * 0.02261 * eta[0] * eta[1]
                  + 0.084177 * eta[1] * eta[1])
              / det;
    }
    return sum + eta[0] * eta[0] / 0.057 + eta[1] * eta[1] / 0.029 + eta[2] * eta[2] / 0.026;
  }

  @ParameterizedTest
  @ValueSource(strings = {"simons-2022", "otto-2021"})
  void withoutLevelsItIsTheTypicalPerson(String id) {
    var people = new Synthetic(id);
    for (var deviation : people.fitted(List.of()).deviations()) {
      assertThat(deviation.eta()).isCloseTo(0, offset(1e-12));
      assertThat(deviation.standardDeviation())
          .isCloseTo(deviation.priorStandardDeviation(), offset(1e-9));
      assertThat(deviation.shrinkage()).isCloseTo(1, offset(1e-9));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"simons-2022", "otto-2021"})
  void manyLevelsTellTheTruth(String id) {
    var people = new Synthetic(id);
    var minutes = IntStream.rangeClosed(1, 600).mapToObj(i -> i * 1.0).toList();
    for (int i = 0; i < 5; i++) {
      var truth = people.drawn();
      for (var deviation : people.fitted(people.measured(truth, minutes)).deviations()) {
        assertThat(deviation.eta())
            .as("%s %s person %d", people.seed(), deviation.parameter(), i)
            .isCloseTo(truth.on(deviation.parameter()), offset(4 * deviation.standardDeviation()));
        assertThat(deviation.shrinkage()).isLessThan(0.15);
      }
    }
  }

  /// Of people drawn from the model, nine in ten lie within the middle nine tenths of what the fit
  /// says of them: the spread it states is the spread there is. 400 people; 0.9 give or take 0.045
  /// is three standard errors.
  @ParameterizedTest
  @ValueSource(strings = {"simons-2022", "otto-2021"})
  void statedSpreadIsTheSpreadThereIs(String id) {
    var people = new Synthetic(id);
    int within = 0;
    int all = 0;
    for (int i = 0; i < 400; i++) {
      var truth = people.drawn();
      for (var deviation : people.fitted(people.measured(truth, FOUR)).deviations()) {
        double off = truth.on(deviation.parameter()) - deviation.eta();
        within += Math.abs(off) < 1.645 * deviation.standardDeviation() ? 1 : 0;
        all++;
        assertThat(deviation.standardDeviation())
            .as(people.seed())
            .isLessThanOrEqualTo(deviation.priorStandardDeviation() * (1 + 1e-12));
      }
    }
    assertThat((double) within / all).as(people.seed()).isBetween(0.855, 0.945);
  }

  /// Thrice the dose and thrice the levels are the same person, for a proportional error.
  @ParameterizedTest
  @ValueSource(strings = {"simons-2022", "otto-2021"})
  void personDoesNotDependOnTheSizeOfTheDose(String id) {
    var people = new Synthetic(id);
    var levels = people.measured(people.drawn(), FOUR);
    var thrice = levels.stream().map(l -> people.level(l.minute(), 3 * l.concentration())).toList();
    var more = Regimen.infusion(Dose.ofMilligrams("105", Moiety.ESKETAMINE), 40);
    var once = people.fitted(levels);
    var again = (Fitted) Individualisation.fit(people.model, people.person, more, thrice);
    for (int i = 0; i < once.deviations().size(); i++) {
      assertThat(again.deviations().get(i).eta())
          .isCloseTo(once.deviations().get(i).eta(), offset(1e-7));
    }
  }

  @Test
  void orderOfLevelsDoesNotMatter() {
    var people = new Synthetic("simons-2022");
    var levels = people.measured(people.drawn(), FOUR);
    assertThat(people.fitted(levels.reversed()).eta()).isEqualTo(people.fitted(levels).eta());
  }

  /// The levels are those of the truth itself, 0.9. A proportional error of 24 % prefers slightly
  /// lower curves, because they would have been measured more exactly.
  @Test
  void flatterPriorFollowsTheLevelsFurther() {
    var people = new Synthetic("otto-2021");
    var truth = new Eta(Map.of("v1", 0.9, "cl", 0.5));
    var minutes = List.of(15.0, 30.0, 45.0, 60.0, 90.0, 180.0, 300.0, 400.0);
    var levels = new ArrayList<MeasuredLevel>();
    var curve = people.curve(truth, FORTY_MINUTES, minutes);
    for (int i = 0; i < minutes.size(); i++) {
      levels.add(people.level(minutes.get(i), curve.get(i)));
    }
    double published = people.fitted(levels).eta().on("v1");
    double flatter =
        people.fitted(levels, FitOptions.published().withFlattenedPrior(100)).eta().on("v1");
    assertThat(published).isLessThan(flatter);
    assertThat(flatter).isBetween(0.85, 1.0);
  }

  @Test
  void curveIsTheOneThePersonsBodyMakes() {
    var people = new Synthetic("simons-2022");
    var fitted = people.fitted(people.measured(people.drawn(), FOUR));
    var minutes = Minutes.every(5, 240);
    var band = fitted.band(FORTY_MINUTES, minutes, 0.9);
    var body = people.model.body(people.person, people.model.effectSite(), fitted.eta());
    var curve = PatientModel.byMatrixExponential(body).simulate(FORTY_MINUTES, minutes);
    for (int i = 0; i < minutes.size(); i++) {
      assertThat(band.curve().cp().get(i)).isCloseTo(curve.cp().get(i), offset(1e-8));
      assertThat(band.curve().ce().get(i)).isCloseTo(curve.ce().get(i), offset(1e-8));
      assertThat(band.lower().cp().get(i)).isLessThanOrEqualTo(band.curve().cp().get(i));
      assertThat(band.upper().ce().get(i)).isGreaterThanOrEqualTo(band.curve().ce().get(i));
    }
    assertThat(fitted.predictedLevels().get(1))
        .isCloseTo(curve.cp().get(9), offset(1e-8)); // both at 45 min
    var ahead = fitted.patientModel().simulate(FORTY_MINUTES, minutes);
    assertThat(ahead.cp().get(20)).isCloseTo(curve.cp().get(20), offset(1e-8));
  }

  /// Without levels the band is the population's. 2,000 people are drawn and sorted; 10 % covers
  /// their chance and what the delta method leaves out.
  @ParameterizedTest
  @ValueSource(strings = {"simons-2022", "otto-2021"})
  void bandWithoutLevelsIsThatOfThePopulation(String id) {
    var people = new Synthetic(id);
    var band = people.fitted(List.of()).band(FORTY_MINUTES, List.of(40.0, 120.0), 0.9);
    var drawn =
        IntStream.range(0, 2000)
            .mapToObj(_ -> people.curve(people.drawn(), FORTY_MINUTES, List.of(40.0, 120.0)))
            .toList();
    for (int at = 0; at < 2; at++) {
      int time = at;
      var sorted = drawn.stream().map(curve -> curve.get(time)).sorted().toList();
      assertThat(band.lower().cp().get(at) / sorted.get(100)).as(people.seed()).isBetween(0.9, 1.1);
      assertThat(band.upper().cp().get(at) / sorted.get(1899))
          .as(people.seed())
          .isBetween(0.9, 1.1);
    }
  }

  @Test
  void bandNarrowsWithLevelsAndWidensWithProbability() {
    var people = new Synthetic("simons-2022");
    var at = List.of(60.0);
    var levels = people.measured(Eta.typical(), FOUR);
    double none = width(people.fitted(List.of()).band(FORTY_MINUTES, at, 0.9));
    double some = width(people.fitted(levels).band(FORTY_MINUTES, at, 0.9));
    double surer = width(people.fitted(levels).band(FORTY_MINUTES, at, 0.99));
    assertThat(some).isLessThan(none / 1.3);
    // 2.576 / 1.645
    assertThat(surer / some).isBetween(1.5, 1.6);
  }

  @Test
  void badBandsAreRefused() {
    var people = new Synthetic("simons-2022");
    var fitted = people.fitted(List.of());
    for (double bad : new double[] {0, 0.4, 1, Double.NaN}) {
      assertThatThrownBy(() -> fitted.band(FORTY_MINUTES, List.of(1.0), bad))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("probability of a band");
    }
    assertThatThrownBy(() -> fitted.band(Regimen.none(Moiety.RACEMIC_KETAMINE), List.of(1.0), 0.9))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is not known under");
  }

  private static double width(CredibleBand band) {
    return Math.log(band.upper().cp().getFirst() / band.lower().cp().getFirst());
  }
}

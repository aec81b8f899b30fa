package org.nepenthe.pharmacology.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nepenthe.pharmacology.model.Eta;

/// A sample whose time was written down wrongly: which one it is, and how little it should count.
class MistimedLevelTest {
  private static final List<Double> SIX = List.of(20.0, 38.0, 60.0, 90.0, 150.0, 240.0);

  /// The level at 90 min was really drawn at 42, just after the infusion had ended.
  @Test
  void theWrongOneIsNamedAndItsRightTimeFound() {
    var people = new Synthetic("simons-2022");
    var levels = withOneDrawnAt(people, people.drawn(), 3, 42);
    var checks = people.fitted(levels, FitOptions.robust()).checks();
    for (int i = 0; i < checks.size(); i++) {
      assertThat(checks.get(i).looksMistimed())
          .as("%s level %d", people.seed(), i)
          .isEqualTo(i == 3);
    }
    assertThat(checks.get(3).fittingMinute().orElseThrow()).isBetween(35.0, 50.0);
    assertThat(checks.get(3).level().minute()).isEqualTo(90);
    assertThat(checks.get(3).level().concentration()).isGreaterThan(checks.get(3).upper());
  }

  /// Over many people the robust law comes nearer to the truth than the normal one.
  @Test
  void robustLawIsBentLess() {
    var people = new Synthetic("simons-2022");
    double normal = 0;
    double robust = 0;
    for (int i = 0; i < 50; i++) {
      var truth = people.drawn();
      var levels = withOneDrawnAt(people, truth, 3, 42);
      normal += distance(truth, people.fitted(levels));
      robust += distance(truth, people.fitted(levels, FitOptions.robust()));
    }
    assertThat(robust).as(people.seed()).isLessThan(0.6 * normal);
  }

  /// Where all times are right the robust law costs little, and says so of few levels.
  @ParameterizedTest
  @ValueSource(strings = {"simons-2022", "otto-2021"})
  void goodLevelsAreSeldomSuspected(String id) {
    var people = new Synthetic(id);
    double normal = 0;
    double robust = 0;
    int suspected = 0;
    for (int i = 0; i < 50; i++) {
      var truth = people.drawn();
      var levels = people.measured(truth, SIX);
      normal += distance(truth, people.fitted(levels));
      var fitted = people.fitted(levels, FitOptions.robust());
      robust += distance(truth, fitted);
      suspected += (int) fitted.checks().stream().filter(LevelCheck::looksMistimed).count();
    }
    assertThat(robust).as(people.seed()).isLessThan(1.25 * normal);
    // one in a hundred of 300 levels, give or take
    assertThat(suspected).as(people.seed()).isLessThan(12);
  }

  /// Of levels drawn from the model itself, nineteen in twenty lie within the 95 % limits that the
  /// others give, and the probabilities are spread evenly. 1,200 levels; three standard errors.
  @ParameterizedTest
  @ValueSource(strings = {"simons-2022", "otto-2021"})
  void predictiveLimitsHoldWhatTheySay(String id) {
    var people = new Synthetic(id);
    int within = 0;
    int belowHalf = 0;
    int all = 0;
    for (int i = 0; i < 200; i++) {
      for (var check : people.fitted(people.measured(people.drawn(), SIX)).checks()) {
        double level = check.level().concentration();
        within += check.lower() <= level && level <= check.upper() ? 1 : 0;
        belowHalf += check.probability() < 0.5 ? 1 : 0;
        all++;
      }
    }
    assertThat((double) within / all).as(people.seed()).isBetween(0.92, 0.97);
    assertThat((double) belowHalf / all).as(people.seed()).isBetween(0.44, 0.56);
  }

  /// A single level is judged by the population alone.
  @Test
  void aSingleImpossibleLevelIsNotPlausible() {
    var people = new Synthetic("otto-2021");
    double typical = people.curve(Eta.typical(), Synthetic.FORTY_MINUTES, List.of(60.0)).getFirst();
    assertThat(single(people, typical).isPlausible()).isTrue();
    assertThat(single(people, typical).expected()).isCloseTo(typical, offset(1e-6));
    assertThat(single(people, 10 * typical).isPlausible()).isFalse();
    assertThat(single(people, 1000 * typical).looksMistimed()).isFalse();
  }

  private static LevelCheck single(Synthetic people, double concentration) {
    return people.fitted(List.of(people.level(60, concentration))).checks().getFirst();
  }

  private static List<MeasuredLevel> withOneDrawnAt(
      Synthetic people, Eta truth, int index, double minute) {
    var levels = new ArrayList<>(people.measured(truth, SIX));
    double really = people.measured(truth, List.of(minute)).getFirst().concentration();
    levels.set(index, people.level(SIX.get(index), really));
    return levels;
  }

  private static double distance(Eta truth, Fitted fitted) {
    double sum = 0;
    for (var deviation : fitted.deviations()) {
      double off = deviation.eta() - truth.on(deviation.parameter());
      sum += off * off / Math.pow(deviation.priorStandardDeviation(), 2);
    }
    return sum;
  }
}

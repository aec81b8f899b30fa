package org.nepenthe.pharmacology.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;
import static org.assertj.core.data.Percentage.withPercentage;
import static org.nepenthe.quantity.Moiety.RACEMIC_KETAMINE;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nepenthe.pharmacology.PatientModel;
import org.nepenthe.pharmacology.PkState;
import org.nepenthe.pharmacology.model.Covariates;
import org.nepenthe.pharmacology.model.ModelCatalogue;
import org.nepenthe.pharmacology.regimen.Regimen;
import org.nepenthe.pharmacology.solver.Mammillary;
import org.nepenthe.pharmacology.solver.PeakEffect;
import org.nepenthe.pharmacology.solver.RandomBodies;
import org.nepenthe.quantity.BodyWeight;

/// Laws of target control. A scheme's own curve is checked against a simulation of its regimen.
class TargetControllerTest {
  /// How far an effect site may pass its target between two steps, where the rule does not look.
  private static final double OVERSHOOT = 1e-3;

  private static final PumpLimits FAST = PumpLimits.of(1e5);

  @Test
  void theCurveIsTheOneTheRegimenMakes() {
    for (var controller : both(domino(), PumpLimits.of(20))) {
      var scheme = controller.hold(100, 60);
      var regimen = scheme.regimen(RACEMIC_KETAMINE);
      var curve = PatientModel.of(domino()).simulate(regimen, scheme.curve().minutes());
      for (int i = 0; i <= scheme.steps(); i++) {
        assertThat(scheme.cp(i)).isCloseTo(curve.cp().get(i), offset(1e-7));
        assertThat(scheme.ce(i)).isCloseTo(curve.ce().get(i), offset(1e-7));
      }
      assertThat(regimen.milligramsBefore(60)).isCloseTo(scheme.milligrams(), offset(1e-9));
    }
  }

  /// Shafer and Gregg: the effect of the bolus peaks at the target, at the time at which the effect
  /// of any bolus peaks; until then nothing more is given.
  @Test
  void effectSiteBolusPeaksAtTheTarget() {
    var body = domino();
    double peak = PeakEffect.minutesAfterBolus(body);
    var scheme = TargetController.effectSite(body, FAST).hold(100, 30);
    var state = new PkState(0, RACEMIC_KETAMINE, List.of(1.0, 0.0, 0.0), 0);
    var none = Regimen.none(RACEMIC_KETAMINE);
    double ceOfOneMilligram =
        PatientModel.of(body).simulate(state, none, List.of(peak)).ce().getFirst();
    // the bolus takes ten seconds, and its drug is on average five seconds younger
    assertThat(scheme.rate(0) * TargetController.STEP)
        .isCloseTo(100 / ceOfOneMilligram, withPercentage(1));
    int atPeak = (int) Math.floor(peak / TargetController.STEP);
    for (int i = 1; i < atPeak; i++) {
      assertThat(scheme.rate(i)).as("step %d", i).isLessThan(1e-9);
    }
    assertThat(scheme.ce(atPeak + 1)).isCloseTo(100, withPercentage(0.1));
  }

  @Test
  void bothTargetsAreHeldOnceReached() {
    for (var id : List.of("domino-1984", "kamp-2020")) {
      var effect = TargetController.effectSite(body(id), FAST).hold(150, 60);
      var plasma = TargetController.plasma(body(id), FAST).hold(150, 60);
      for (int i = 30; i <= 360; i++) {
        assertThat(effect.ce(i)).as("%s step %d", id, i).isCloseTo(150, withPercentage(0.2));
      }
      for (int i = 1; i <= 360; i++) {
        assertThat(plasma.cp(i)).as("%s step %d", id, i).isCloseTo(150, withPercentage(1e-6));
      }
    }
  }

  /// In the long run what goes in is what clearance takes out: target times clearance.
  @Test
  void afterDaysTheRateIsTargetTimesClearance() {
    double expected = 0.1 * domino().clearance();
    for (var controller : both(domino(), PumpLimits.of(20))) {
      var scheme = controller.hold(100, 7 * 1440);
      assertThat(scheme.rate(scheme.steps() - 1)).isCloseTo(expected, withPercentage(0.1));
    }
  }

  @Test
  void neverNegativeNeverAboveThePumpNeverBeyondTheTarget() {
    var random = new RandomBodies();
    for (int i = 0; i < 300; i++) {
      var body = i % 3 == 0 ? random.coincident() : random.any();
      double bolus = random.logUniform(0.01, 1000);
      var limits = new PumpLimits(bolus, bolus / random.logUniform(1, 50));
      double first = random.logUniform(1, 1000);
      double second = first * random.logUniform(0.1, 10);
      var targets = List.of(new TargetChange(0, first), new TargetChange(20, second));
      var start = PatientModel.of(body).before(0, RACEMIC_KETAMINE);
      var scheme = TargetController.effectSite(body, limits).follow(start, targets, 60);
      double highest = Math.max(first, second);
      for (int step = 0; step < scheme.steps(); step++) {
        var as = random.seed() + " " + body + " step " + step;
        assertThat(scheme.rate(step)).as(as).isBetween(0.0, bolus);
        assertThat(scheme.ce(step)).as(as).isLessThanOrEqualTo(highest * (1 + 1e-9));
        if (scheme.isLimited(step)) {
          assertThat(scheme.rate(step)).as(as).isIn(limits.bolusRate(), limits.infusionRate());
        }
      }
    }
  }

  /// Between two steps too, looked at every second.
  @Test
  void effectSiteDoesNotOvershootBetweenSteps() {
    for (var id : List.of("domino-1984", "kamp-2020")) {
      for (double ke0 : new double[] {0.01, 0.0835, 0.238, 1.39, 3}) {
        var body = body(id).withKe0(ke0);
        var scheme = TargetController.effectSite(body, FAST).hold(100, 60);
        var seconds = IntStream.rangeClosed(0, 3600).mapToObj(s -> s / 60.0).toList();
        var curve = PatientModel.of(body).simulate(scheme.regimen(RACEMIC_KETAMINE), seconds);
        assertThat(curve.highestCe())
            .as("%s ke0 %s", id, ke0)
            .isLessThanOrEqualTo(100 * (1 + (ke0 > 1 ? 10 : 1) * OVERSHOOT));
      }
    }
  }

  @Test
  void noTargetNoDrug() {
    for (var controller : both(domino(), FAST)) {
      assertThat(controller.hold(0, 60).milligrams()).isZero();
      var later = List.of(new TargetChange(30, 100));
      var start = PatientModel.of(domino()).before(0, RACEMIC_KETAMINE);
      var scheme = controller.follow(start, later, 60);
      for (int i = 0; i < 180; i++) {
        assertThat(scheme.rate(i)).isZero();
      }
      assertThat(scheme.rate(180)).isPositive();
    }
  }

  @Test
  void loweredTargetIsWaitedForWithoutDrug() {
    for (var controller : both(domino(), FAST)) {
      var targets = List.of(new TargetChange(0, 200), new TargetChange(20, 50));
      var start = PatientModel.of(domino()).before(0, RACEMIC_KETAMINE);
      var scheme = controller.follow(start, targets, 120);
      int step = 120;
      while (scheme.rate(step) == 0) {
        step++;
      }
      assertThat(step).isGreaterThan(125);
      // what would still be there one step later without drug is no more than the target
      assertThat(Math.min(scheme.cp(step + 1), scheme.ce(step + 1)))
          .isLessThanOrEqualTo(50 * (1 + 1e-9));
      for (int i = step + 120; i <= scheme.steps(); i++) {
        assertThat(Math.min(scheme.cp(i), scheme.ce(i))).isCloseTo(50, withPercentage(5));
      }
    }
  }

  /// Carried over at any step, a scheme goes on as if it had not been interrupted.
  @Test
  void carriedStateGoesOnAlike() {
    for (var controller : both(domino(), PumpLimits.of(20))) {
      var whole = controller.hold(120, 60);
      var model = PatientModel.of(domino());
      var regimen = whole.regimen(RACEMIC_KETAMINE);
      var halfway = model.advance(model.before(0, RACEMIC_KETAMINE), regimen, whole.minute(150));
      var rest = controller.follow(halfway, List.of(new TargetChange(0, 120)), 60);
      assertThat(rest.steps()).isEqualTo(210);
      for (int i = 0; i < rest.steps(); i++) {
        assertThat(rest.rate(i)).as("step %d", i).isCloseTo(whole.rate(150 + i), offset(1e-6));
      }
    }
  }

  @Test
  void boluslessPumpTakesLongerAndSaysSo() {
    var slow = TargetController.effectSite(domino(), PumpLimits.of(0.5)).hold(100, 60);
    assertThat(slow.isLimited(0)).isTrue();
    assertThat(slow.rate(0)).isEqualTo(0.5);
    var fast = TargetController.effectSite(domino(), FAST).hold(100, 60);
    assertThat(fast.isLimited(0)).isFalse();
    assertThat(slow.ce(12)).isLessThan(fast.ce(12) / 2);
  }

  @Test
  void bolusRateIsForReachingATargetOnly() {
    var scheme = TargetController.plasma(domino(), new PumpLimits(30, 0.3)).hold(100, 60);
    assertThat(scheme.rate(0)).isGreaterThan(0.3);
    for (int i = 1; i < scheme.steps(); i++) {
      assertThat(scheme.rate(i)).isLessThanOrEqualTo(0.3);
    }
  }

  @Test
  void itSaysWhatItIsFor() {
    assertThat(WhatIfScheme.LABEL).contains("never sent to a pump");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY, 1e7})
  void badLimitsAndStepsAreRefused(double bad) {
    refused(() -> PumpLimits.of(bad), "largest bolus rate");
    refused(() -> new PumpLimits(1, bad), "infus");
    refused(() -> TargetController.plasma(domino(), FAST, bad), "a step");
  }

  @Test
  void badTargetsAreRefused() {
    var controller = TargetController.plasma(domino(), FAST);
    refused(() -> controller.hold(-1, 60), "a target must lie");
    refused(() -> controller.hold(Double.NaN, 60), "a target must lie");
    refused(() -> controller.hold(100, 0), "1 to 1000000 steps");
    refused(() -> controller.hold(100, Double.NaN), "end of a scheme");
    var start = PatientModel.of(domino()).before(0, RACEMIC_KETAMINE);
    var backwards = List.of(new TargetChange(20, 1), new TargetChange(10, 1));
    refused(() -> controller.follow(start, backwards, 60), "ascend");
    var other = new PkState(0, RACEMIC_KETAMINE, List.of(0.0), 0);
    refused(() -> controller.follow(other, List.of(), 60), "does not fit");
  }

  private static void refused(Runnable action, String words) {
    assertThatThrownBy(action::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(words);
  }

  private static List<TargetController> both(Mammillary body, PumpLimits limits) {
    return List.of(
        TargetController.plasma(body, limits), TargetController.effectSite(body, limits));
  }

  private static Mammillary domino() {
    return body("domino-1984");
  }

  private static Mammillary body(String id) {
    var model = ModelCatalogue.shipped().get(id);
    return model.body(new Covariates(BodyWeight.ofKilograms("70")), model.effectSite());
  }
}

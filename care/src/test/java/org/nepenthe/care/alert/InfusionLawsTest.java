package org.nepenthe.care.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.nepenthe.care.infusion.Chair.NINA;
import static org.nepenthe.care.infusion.Chair.ORDERED;
import static org.nepenthe.care.infusion.Chair.OTTO;
import static org.nepenthe.care.infusion.Chair.SYSTEM;
import static org.nepenthe.care.infusion.Chair.minute;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nepenthe.care.infusion.Chair;
import org.nepenthe.care.infusion.Infusion;
import org.nepenthe.care.infusion.InfusionCommand;
import org.nepenthe.care.infusion.Outcome;
import org.nepenthe.care.infusion.observation.AbsentReason;
import org.nepenthe.care.infusion.observation.ObservationSource;
import org.nepenthe.care.infusion.observation.Observed;
import org.nepenthe.care.infusion.observation.Parameter;
import org.nepenthe.care.infusion.pump.PumpState;
import org.nepenthe.care.infusion.pump.Segment;
import org.nepenthe.evidence.Verifies;
import org.nepenthe.quantity.PumpRate;

/// Laws that hold for every sequence of deeds, whatever their order. The seed stands in the name of
/// each run.
class InfusionLawsTest {
  private static final Monitoring MONITORING =
      new Monitoring(AlertRules.of(Chair.KNOWLEDGE, Chair.DAY), Chair.RULES.schedule());
  private static final int DEEDS = 60;

  @Verifies({"H12", "H58", "H60"})
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(
      longs = {
        1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24
      })
  void everySequence(long seed) {
    var random = new Random(seed);
    var chair = Chair.running();
    double now = 0;
    for (int i = 0; i < DEEDS; i++) {
      now += random.nextDouble() * 4;
      double happened = random.nextInt(3) == 0 ? now - random.nextDouble() * 6 : now;
      var actor = random.nextBoolean() ? NINA : OTTO;
      var command = command(random, now);
      var who = command instanceof InfusionCommand.Interrupt ? SYSTEM : actor;
      if (chair.outcome(happened, now, who, command) instanceof Outcome.Accepted) {
        chair.acceptsLate(happened, now, who, command);
      }
      segmentsTouchAndNeverOverlap(chair);
      cumulativeIsTheIntegral(chair, minute(now));
      noRateAboveTheApprovedOne(chair);
      missingIsNeverSilent(chair, minute(now));
      assertThat(Infusion.replay(chair.log().entries())).isEqualTo(chair.infusion());
    }
  }

  private static InfusionCommand command(Random random, double now) {
    var rate = PumpRate.ofMillilitresPerHour(random.nextInt(1, 1100) / 10.0);
    return switch (random.nextInt(9)) {
      case 0, 1 ->
          new InfusionCommand.ChangeRate(rate, "", Optional.of(random.nextBoolean() ? NINA : OTTO));
      case 2 -> new InfusionCommand.Hold("", Optional.empty());
      case 3 -> new InfusionCommand.Resume(rate, Optional.of(OTTO));
      case 4 -> new InfusionCommand.Interrupt(minute(now - random.nextDouble()));
      case 5 ->
          new InfusionCommand.Confirm(
              random.nextBoolean() ? new PumpState.Running(ORDERED) : new PumpState.OnHold(),
              Optional.empty());
      case 6 ->
          random.nextInt(12) == 0
              ? new InfusionCommand.Stop("", Optional.empty())
              : new InfusionCommand.Strike(random.nextInt(1, 90), "slip");
      default -> new InfusionCommand.Observe(ObservationSource.BY_HAND, some(random));
    };
  }

  private static EnumMap<Parameter, Observed> some(Random random) {
    var values = new EnumMap<Parameter, Observed>(Chair.calm());
    for (var parameter : Parameter.values()) {
      if (random.nextInt(12) == 0) {
        values.remove(parameter);
      } else if (random.nextInt(20) == 0) {
        values.put(parameter, new Observed.NotObtained(AbsentReason.ARTEFACT));
      }
    }
    return values;
  }

  private static void segmentsTouchAndNeverOverlap(Chair chair) {
    Optional<Instant> before = Optional.of(minute(0));
    for (var segment : chair.log().segments()) {
      assertThat(before).contains(segment.from());
      segment.to().ifPresent(to -> assertThat(to).isAfter(segment.from()));
      before = segment.to();
    }
  }

  /// Another route: a sum over whole seconds of the rate that holds in each.
  private static void cumulativeIsTheIntegral(Chair chair, Instant at) {
    double known = 0;
    for (var segment : chair.log().segments()) {
      if (segment instanceof Segment.Running(var rate, var from, var to)) {
        var end = to.filter(at::isAfter).orElse(at);
        for (var t = from; t.isBefore(end); t = t.plusSeconds(1)) {
          known += rate.asDouble() / 3600 * Math.min(1, Duration.between(t, end).toNanos() / 1e9);
        }
      }
    }
    assertThat(chair.log().deliveredAt(at).millilitres().doubleValue())
        .isCloseTo(known, offset(1e-6));
    assertThat(chair.log().deliveredAt(at).millilitresAtMost())
        .isGreaterThanOrEqualTo(chair.log().deliveredAt(at).millilitres());
  }

  private static void noRateAboveTheApprovedOne(Chair chair) {
    for (var segment : chair.log().segments()) {
      if (segment instanceof Segment.Running(var rate, _, _)) {
        assertThat(rate).isLessThanOrEqualTo(ORDERED);
      }
    }
  }

  private static void missingIsNeverSilent(Chair chair, Instant at) {
    var advice = MONITORING.assess(chair.infusion(), at).advice();
    if (advice instanceof Advice.NoLimitBreached(_, var missing)) {
      for (var parameter : Chair.RULES.schedule().lookAt()) {
        var reading = Chair.RULES.schedule().reading(chair.infusion(), parameter, at);
        if (reading.fresh().isEmpty()) {
          assertThat(missing).anyMatch(words -> words.startsWith(parameter.label()));
        }
      }
    }
    assertThat(advice).isNotInstanceOf(Advice.MonitoringUnavailable.class);
    assertThat(BigDecimal.ZERO)
        .isLessThanOrEqualTo(chair.log().deliveredAt(at).remaining(chair.log().order()));
  }
}

package org.nepenthe.pharmacology.target;

import java.util.List;
import org.nepenthe.pharmacology.PkState;
import org.nepenthe.pharmacology.regimen.Minutes;
import org.nepenthe.pharmacology.solver.Mammillary;

/// Works out which rates would reach and hold a concentration in one body, step by step, as the
/// controller inside an infusion pump would. For what-if and teaching: it drives no pump.
///
/// A rate is never negative and never above the pump's limit. A lowered target is waited for
/// without drug. Boluses are fast steps; the limits say how fast.
///
/// ```
/// var controller = TargetController.effectSite(body, PumpLimits.of(20));
/// WhatIfScheme scheme = controller.hold(100, 60);            // 100 ng/mL for an hour
/// ```
public final class TargetController {
  /// Ten seconds, as such pumps have it.
  public static final double STEP = 1.0 / 6;

  private static final double MG_PER_L = 1e-3;
  private static final int MOST_STEPS = 1_000_000;

  private final Mammillary body;
  private final StepResponse response;
  private final TargetRule rule;
  private final PumpLimits limits;
  private final double step;

  private TargetController(
      Mammillary body, StepResponse response, TargetRule rule, PumpLimits limits, double step) {
    this.body = body;
    this.response = response;
    this.rule = rule;
    this.limits = limits;
    this.step = step;
  }

  /// Targets in plasma, steps of ten seconds.
  public static TargetController plasma(Mammillary body, PumpLimits limits) {
    return plasma(body, limits, STEP);
  }

  /// @param step minutes for which each rate is held, above 0 and up to 10
  public static TargetController plasma(Mammillary body, PumpLimits limits, double step) {
    var response = new StepResponse(body, valid(step));
    return new TargetController(body, response, new PlasmaRule(response), limits, step);
  }

  /// Targets at the effect site, steps of ten seconds.
  public static TargetController effectSite(Mammillary body, PumpLimits limits) {
    return effectSite(body, limits, STEP);
  }

  /// @param step minutes for which each rate is held, above 0 and up to 10
  public static TargetController effectSite(Mammillary body, PumpLimits limits, double step) {
    var response = new StepResponse(body, valid(step));
    return new TargetController(body, response, new EffectSiteRule(response), limits, step);
  }

  /// One target in ng/mL from minute 0 in a body without drug.
  public WhatIfScheme hold(double target, double untilMinute) {
    return scheme(
        new double[body.stateSize()], 0, List.of(new TargetChange(0, target)), untilMinute);
  }

  /// Targets that follow each other, from a state that is carried on.
  ///
  /// @param targets ascending; before the first nothing is given
  /// @throws IllegalArgumentException for targets that do not ascend, an end before the state, or a
  ///     state of another body
  public WhatIfScheme follow(PkState from, List<TargetChange> targets, double untilMinute) {
    if (from.milligrams().size() != body.compartments()) {
      throw new IllegalArgumentException(
          "a state of "
              + from.milligrams().size()
              + " compartments does not fit a body of "
              + body.compartments());
    }
    var state = new double[body.stateSize()];
    for (int i = 0; i < body.compartments(); i++) {
      state[i] = from.milligrams().get(i);
    }
    state[body.compartments()] = from.effectSite();
    return scheme(state, from.minute(), targets, untilMinute);
  }

  private WhatIfScheme scheme(
      double[] state, double start, List<TargetChange> targets, double until) {
    Minutes.ascending(targets.stream().map(TargetChange::atMinute).toList());
    int steps = steps(start, until);
    var rates = new double[steps];
    var cp = new double[steps + 1];
    var ce = new double[steps + 1];
    var limited = new boolean[steps];
    var next = new double[state.length];
    int change = 0;
    double target = 0;
    boolean reached = true;
    cp[0] = response.cp(state);
    ce[0] = response.ce(state);
    for (int i = 0; i < steps; i++) {
      double minute = start + i * step + 1e-9;
      while (change < targets.size() && targets.get(change).atMinute() <= minute) {
        target = targets.get(change).concentration() * MG_PER_L;
        reached = false;
        change++;
      }
      reached = reached || rule.isReached(state, target);
      double most = reached ? limits.infusionRate() : limits.bolusRate();
      double wanted = target > 0 ? rule.rate(state, target) : 0;
      rates[i] = Math.clamp(wanted, 0.0, most);
      limited[i] = wanted > most;
      response.advance(state, rates[i], next);
      var used = state;
      state = next;
      next = used;
      cp[i + 1] = response.cp(state);
      ce[i + 1] = response.ce(state);
    }
    return new WhatIfScheme(start, step, rates, cp, ce, limited);
  }

  private int steps(double start, double until) {
    double steps = Math.ceil((Minutes.valid(until, "end of a scheme") - start) / step - 1e-9);
    if (!(steps >= 1 && steps <= MOST_STEPS)) {
      throw new IllegalArgumentException(
          "a scheme needs 1 to 1000000 steps, was from "
              + start
              + " min until "
              + until
              + " min in steps of "
              + step
              + " min");
    }
    return (int) steps;
  }

  private static double valid(double step) {
    if (!(step > 0 && step <= 10)) {
      throw new IllegalArgumentException(
          "a step must lie above 0 and up to 10 min, was " + step + " min");
    }
    return step;
  }
}

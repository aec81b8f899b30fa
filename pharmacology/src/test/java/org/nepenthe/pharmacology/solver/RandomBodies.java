package org.nepenthe.pharmacology.solver;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.nepenthe.pharmacology.solver.Mammillary.Exchange;

/// A seeded source of bodies far wider than any published one, with time constants that coincide
/// or nearly do as often as not. The seed is 20260101 unless `-Dnepenthe.seed` says otherwise.
public final class RandomBodies {
  private final long seed = Long.getLong("nepenthe.seed", 20260101L);
  private final SplittableRandom random = new SplittableRandom(seed);

  /// To be shown with every failure.
  public String seed() {
    return "seed " + seed;
  }

  public double logUniform(double from, double to) {
    return from * Math.pow(to / from, random.nextDouble());
  }

  public int below(int bound) {
    return random.nextInt(bound);
  }

  /// Rate constants within four decades, all unlike each other as a rule.
  public Mammillary any() {
    List<Exchange> peripherals = new ArrayList<>();
    int count = random.nextInt(3);
    for (int j = 0; j < count; j++) {
      peripherals.add(new Exchange(rate(), rate()));
    }
    return new Mammillary(logUniform(0.5, 500), rate(), peripherals, rate());
  }

  /// As [#any], with `ke0` equal to an eigenvalue or a hair off it, and with two peripheral
  /// compartments that return alike in half of the cases.
  public Mammillary coincident() {
    var body = any();
    if (body.peripherals().size() == 2 && random.nextBoolean()) {
      var second = body.peripherals().getFirst();
      double out = body.peripherals().getLast().out();
      var third = new Exchange(out, second.back() * hair());
      body = new Mammillary(body.v1(), body.k10(), List.of(second, third), body.ke0());
    }
    var eigenvalues = Eigenvalues.of(body);
    return body.withKe0(eigenvalues[random.nextInt(eigenvalues.length)] * hair());
  }

  private double rate() {
    return logUniform(1e-3, 10);
  }

  private double hair() {
    double[] hairs = {0, 0, 1e-15, 1e-12, -1e-9, 1e-7, -1e-6, 1e-5, 1e-4};
    return 1 + hairs[random.nextInt(hairs.length)];
  }
}

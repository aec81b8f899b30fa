package org.nepenthe.pharmacology.target;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.nepenthe.pharmacology.Curve;
import org.nepenthe.pharmacology.regimen.RateSegment;
import org.nepenthe.pharmacology.regimen.Regimen;
import org.nepenthe.quantity.DoseRate;
import org.nepenthe.quantity.Moiety;

/// The rates with which a model's typical person would reach and hold a target, and the curve they
/// would make. For what-if and teaching: it is no order, and nothing sends it to a pump.
public final class WhatIfScheme {
  /// To be shown wherever a scheme is shown.
  public static final String LABEL =
      "For what-if and teaching: calculated for a model's typical person, never sent to a pump";

  private static final double NANOGRAMS_PER_ML = 1000;

  private final double start;
  private final double step;
  private final double[] rates;
  private final double[] cp;
  private final double[] ce;
  private final boolean[] limited;

  /// @param rates mg/min, one for each step
  /// @param cp mg/L, at the start and after each step; so `ce`
  WhatIfScheme(
      double start, double step, double[] rates, double[] cp, double[] ce, boolean[] limited) {
    this.start = start;
    this.step = step;
    this.rates = rates;
    this.cp = cp;
    this.ce = ce;
    this.limited = limited;
  }

  /// Number of steps, each of one rate.
  public int steps() {
    return rates.length;
  }

  /// Minute at which a step begins; `step` may be [#steps], for the end of the last.
  public double minute(int step) {
    return start + step * this.step;
  }

  /// In mg/min during one step.
  public double rate(int step) {
    return rates[step];
  }

  /// In ng/mL when a step begins; `step` may be [#steps].
  public double cp(int step) {
    return cp[step] * NANOGRAMS_PER_ML;
  }

  /// As [#cp], at the effect site.
  public double ce(int step) {
    return ce[step] * NANOGRAMS_PER_ML;
  }

  /// True where the pump could not give what the step called for.
  public boolean isLimited(int step) {
    return limited[step];
  }

  /// All drug the scheme gives, in mg.
  public double milligrams() {
    return Arrays.stream(rates).sum() * step;
  }

  /// The curve at the start and after each step.
  public Curve curve() {
    return new Curve(
        IntStream.rangeClosed(0, steps()).mapToObj(this::minute).toList(),
        IntStream.rangeClosed(0, steps()).mapToObj(this::cp).toList(),
        IntStream.rangeClosed(0, steps()).mapToObj(this::ce).toList());
  }

  /// The scheme as a regimen, for a simulation with another model or another person; steps of one
  /// rate are put together, those in which nothing runs are left out.
  public Regimen regimen(Moiety moiety) {
    var segments = new ArrayList<RateSegment>();
    int from = 0;
    while (from < rates.length) {
      int until = from + 1;
      while (until < rates.length && rates[until] == rates[from]) {
        until++;
      }
      if (rates[from] > 0) {
        var rate = new DoseRate(BigDecimal.valueOf(rates[from] * 60), moiety);
        segments.add(new RateSegment(minute(from), minute(until), rate));
      }
      from = until;
    }
    return new Regimen(moiety, List.of(), segments);
  }
}

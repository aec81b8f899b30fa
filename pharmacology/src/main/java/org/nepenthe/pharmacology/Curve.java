package org.nepenthe.pharmacology;

import java.util.List;

/// Concentrations over time, in ng/mL at minutes from the start of the regimen. Where a bolus is
/// given at a minute, the values of that minute are those just after it.
///
/// @param cp in plasma
/// @param ce at the effect site; empty where the model has none
public record Curve(List<Double> minutes, List<Double> cp, List<Double> ce) {
  public Curve {
    minutes = List.copyOf(minutes);
    cp = List.copyOf(cp);
    ce = List.copyOf(ce);
    boolean withEffectSite = !ce.isEmpty();
    if (cp.size() != minutes.size() || (withEffectSite && ce.size() != minutes.size())) {
      throw new IllegalArgumentException("a curve needs one value of each kind for every minute");
    }
  }

  /// The highest plasma concentration among the curve's own minutes; 0 for an empty curve.
  public double highestCp() {
    return cp.stream().mapToDouble(Double::doubleValue).max().orElse(0);
  }

  /// The highest effect-site concentration among the curve's own minutes; 0 where there is none.
  public double highestCe() {
    return ce.stream().mapToDouble(Double::doubleValue).max().orElse(0);
  }
}

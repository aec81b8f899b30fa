package org.nepenthe.pharmacology.effect;

import org.nepenthe.evidence.YamlNode;

/// A published number with the interval that was published with it. Where only an interval was
/// published, `typical` is its middle and stands for nothing more.
public record Estimate(double typical, double from, double to) {
  public Estimate {
    if (!(from >= 0 && from <= typical && typical <= to && to < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "an estimate must lie within its interval, was " + typical + " in " + from + " to " + to);
    }
  }

  /// Reads `{ typical, from, to, unit }`, all in the unit wanted; `typical` may be left out.
  public static Estimate read(YamlNode node, String unit) {
    node.onlyKeys("typical", "from", "to", "unit");
    if (!node.get("unit").text().equals(unit)) {
      throw node.get("unit")
          .broken("expected " + unit + ", found '" + node.get("unit").text() + "'");
    }
    double from = node.get("from").decimal().doubleValue();
    double to = node.get("to").decimal().doubleValue();
    double typical =
        node.find("typical").map(t -> t.decimal().doubleValue()).orElse((from + to) / 2);
    try {
      return new Estimate(typical, from, to);
    } catch (IllegalArgumentException e) {
      throw node.broken(String.valueOf(e.getMessage()));
    }
  }

  /// Every bound and the typical value times a factor.
  public Estimate times(double factor) {
    return new Estimate(typical * factor, from * factor, to * factor);
  }
}

package org.nepenthe.pharmacology.model;

import java.util.Map;
import java.util.TreeMap;

/// How far one person, on one occasion, is off the typical person: a deviation for each parameter
/// named, on the scale on which the model's random effect has it (the logarithm, or the logit). A
/// parameter that is not named is typical.
public record Eta(Map<String, Double> deviations) {
  /// e^20 is half a thousand million: a deviation beyond it is a mistake, not a person.
  private static final double LARGEST = 20;

  private static final Eta TYPICAL = new Eta(Map.of());

  public Eta {
    deviations = Map.copyOf(deviations);
    deviations.forEach((parameter, deviation) -> {
      if (!(Math.abs(deviation) <= LARGEST)) {
        throw new IllegalArgumentException(
            "deviation of " + parameter + " must lie between -20 and 20, was " + deviation);
      }
    });
  }

  /// The typical person.
  public static Eta typical() {
    return TYPICAL;
  }

  /// One parameter off, all others typical.
  public static Eta of(String parameter, double deviation) {
    return new Eta(Map.of(parameter, deviation));
  }

  /// The same with another deviation added: between occasions on top of between persons.
  public Eta plus(Eta other) {
    var sum = new TreeMap<>(deviations);
    other.deviations.forEach(
        (parameter, deviation) -> sum.merge(parameter, deviation, Double::sum));
    return new Eta(sum);
  }

  /// 0 where the parameter is typical.
  public double on(String parameter) {
    return deviations.getOrDefault(parameter, 0.0);
  }
}

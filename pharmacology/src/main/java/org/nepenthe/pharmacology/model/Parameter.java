package org.nepenthe.pharmacology.model;

import java.math.BigDecimal;
import java.util.Optional;
import org.nepenthe.evidence.ReadDepth;
import org.nepenthe.quantity.BodyWeight;

/// One typical value of a model, as published.
///
/// @param unit UCUM, as published
/// @param read how far the source was read for this very number
public record Parameter(
    String name,
    BigDecimal value,
    ParameterUnit unit,
    Optional<WeightScaling> scaling,
    ReadDepth read) {

  /// For a person, in L, L/min or 1/min.
  double forWeight(BodyWeight weight) {
    double factor = scaling.map(s -> s.factor(weight)).orElse(1.0);
    return unit.inLitresAndMinutes(value.doubleValue()) * factor;
  }
}

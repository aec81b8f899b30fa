package org.nepenthe.pharmacology.model;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.nepenthe.evidence.ReadDepth;
import org.nepenthe.pharmacology.person.Ethnicity;

/// One typical value of a model, as published.
///
/// @param unit UCUM, as published
/// @param withAge how it changes with age; empty where it does not
/// @param factors by which it is multiplied in the groups named
/// @param read how far the source was read for this very number
public record Parameter(
    String name,
    BigDecimal value,
    ParameterUnit unit,
    Optional<WeightScaling> scaling,
    Optional<AgeSlope> withAge,
    Map<Ethnicity, BigDecimal> factors,
    ReadDepth read) {

  public Parameter {
    factors = Map.copyOf(factors);
  }

  /// The same for everybody.
  static Parameter of(String name, double value, ParameterUnit unit, ReadDepth read) {
    return new Parameter(
        name, BigDecimal.valueOf(value), unit, Optional.empty(), Optional.empty(), Map.of(), read);
  }

  /// A change by so much for each year above an age, none below it, in the parameter's own unit.
  public record AgeSlope(BigDecimal perYear, BigDecimal overYears) {}

  /// For a person, in L, L/min, 1/min or min, or as a plain number.
  ///
  /// @throws IllegalArgumentException if what it depends on is not known of the person
  double forPerson(Covariates person) {
    double published = value.doubleValue() + ageing(person);
    double byWeight = scaling.map(s -> s.factor(person.weight())).orElse(1.0);
    return unit.inLitresAndMinutes(published) * byWeight * byEthnicity(person);
  }

  private double ageing(Covariates person) {
    if (withAge.isEmpty()) {
      return 0;
    }
    var age =
        person
            .age()
            .orElseThrow(() -> new IllegalArgumentException(name + " needs the person's age"));
    double over = age.asDouble() - withAge.get().overYears().doubleValue();
    return withAge.get().perYear().doubleValue() * Math.max(0, over);
  }

  private double byEthnicity(Covariates person) {
    if (factors.isEmpty()) {
      return 1;
    }
    var group =
        person
            .ethnicity()
            .orElseThrow(() -> new IllegalArgumentException(name + " needs the ethnicity"));
    return factors.getOrDefault(group, BigDecimal.ONE).doubleValue();
  }
}

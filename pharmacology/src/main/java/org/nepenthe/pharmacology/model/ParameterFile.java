package org.nepenthe.pharmacology.model;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.nepenthe.evidence.Citations;
import org.nepenthe.evidence.ReadDepth;
import org.nepenthe.evidence.YamlNode;
import org.nepenthe.pharmacology.model.ParameterUnit.Dimension;
import org.nepenthe.pharmacology.person.Ethnicity;
import org.nepenthe.quantity.BodyWeight;

/// Reads the `scalings:` and `parameters:` blocks of a model file, and the numbers in it.
final class ParameterFile {
  private final YamlNode root;
  private final Citations citations;

  ParameterFile(YamlNode root, Citations citations) {
    this.root = root;
    this.citations = citations;
  }

  /// @param needed the parameters the model is made of, no others, and what each measures
  Map<String, Parameter> read(Map<String, Dimension> needed) {
    var scalings = scalings();
    var node = root.get("parameters");
    node.onlyKeys(needed.keySet().toArray(String[]::new));
    var parameters = new LinkedHashMap<String, Parameter>();
    needed.forEach((name, dimension) -> {
      var entry = node.get(name);
      entry.onlyKeys("value", "unit", "scaling", "age", "ethnicity", "read");
      var unit = unit(entry.get("unit"));
      if (unit.dimension() != dimension) {
        throw entry.get("unit").broken(name + " is a " + dimension + ", not a " + unit.dimension());
      }
      parameters.put(
          name,
          new Parameter(
              name,
              positive(entry.get("value")),
              unit,
              entry.find("scaling").map(key -> named(key, scalings)),
              entry.find("age").map(ParameterFile::ageSlope),
              entry.find("ethnicity").map(ParameterFile::factors).orElse(Map.of()),
              entry.get("read").oneOf(ReadDepth.class)));
    });
    return parameters;
  }

  private static Parameter.AgeSlope ageSlope(YamlNode node) {
    node.onlyKeys("per-year", "over");
    return new Parameter.AgeSlope(node.get("per-year").decimal(), node.get("over").decimal());
  }

  private static Map<Ethnicity, BigDecimal> factors(YamlNode node) {
    node.onlyKeys("japanese", "other-asian");
    var factors = new EnumMap<Ethnicity, BigDecimal>(Ethnicity.class);
    node.find("japanese").ifPresent(f -> factors.put(Ethnicity.JAPANESE, positive(f)));
    node.find("other-asian").ifPresent(f -> factors.put(Ethnicity.OTHER_ASIAN, positive(f)));
    return factors;
  }

  private Map<String, WeightScaling> scalings() {
    var scalings = new LinkedHashMap<String, WeightScaling>();
    root.get("scalings")
        .fields()
        .forEach((name, node) -> {
          node.onlyKeys("body-weight", "exponent", "evidence");
          scalings.put(
              name,
              new WeightScaling(
                  weight(node.get("body-weight")),
                  node.get("exponent").decimal().doubleValue(),
                  citations.evidence(node.get("evidence"))));
        });
    return scalings;
  }

  private static WeightScaling named(YamlNode key, Map<String, WeightScaling> scalings) {
    return Optional.ofNullable(scalings.get(key.text()))
        .orElseThrow(() -> key.broken("no scaling is called '" + key.text() + "'"));
  }

  static BodyWeight weight(YamlNode node) {
    node.onlyKeys("value", "unit");
    if (!node.get("unit").text().equals("kg")) {
      throw node.get("unit").broken("expected kg, found '" + node.get("unit").text() + "'");
    }
    return new BodyWeight(positive(node.get("value")));
  }

  static BigDecimal positive(YamlNode node) {
    var value = node.decimal();
    if (value.signum() <= 0) {
      throw node.broken("expected a number above 0, found " + node.text());
    }
    return value;
  }

  static ParameterUnit unit(YamlNode node) {
    return Arrays.stream(ParameterUnit.values())
        .filter(unit -> unit.ucum().equals(node.text()))
        .findFirst()
        .orElseThrow(() -> node.broken("unknown unit '" + node.text() + "'"));
  }
}

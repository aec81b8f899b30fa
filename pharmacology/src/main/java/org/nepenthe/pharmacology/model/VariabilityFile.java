package org.nepenthe.pharmacology.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nepenthe.evidence.Citations;
import org.nepenthe.evidence.ReadDepth;
import org.nepenthe.evidence.YamlNode;
import org.nepenthe.pharmacology.model.Variability.Covariance;
import org.nepenthe.pharmacology.model.Variability.Level;
import org.nepenthe.pharmacology.model.Variability.RandomEffect;
import org.nepenthe.pharmacology.model.Variability.Scale;

/// Reads the `variability:` block of a model file.
final class VariabilityFile {
  private final Set<String> parameters;
  private final Citations citations;

  VariabilityFile(Set<String> parameters, Citations citations) {
    this.parameters = parameters;
    this.citations = citations;
  }

  Variability read(YamlNode node) {
    node.onlyKeys("random-effects", "covariances", "residual-errors", "missing", "evidence");
    var missing = node.find("missing").map(YamlNode::text);
    var effects = items(node, "random-effects").stream().map(this::effect).toList();
    var errors = items(node, "residual-errors").stream().map(VariabilityFile::error).toList();
    if (effects.isEmpty() && errors.isEmpty()) {
      node.onlyKeys("missing");
      return Variability.unread(node.get("missing").text());
    }
    var covariances = new ArrayList<Covariance>();
    for (var item : items(node, "covariances")) {
      covariances.add(covariance(item, effects));
    }
    var evidence = Optional.of(citations.evidence(node.get("evidence")));
    try {
      return new Variability(effects, covariances, errors, missing, evidence);
    } catch (IllegalArgumentException e) {
      throw node.broken(String.valueOf(e.getMessage()));
    }
  }

  private static List<YamlNode> items(YamlNode node, String key) {
    return node.find(key).map(YamlNode::items).orElse(List.of());
  }

  private RandomEffect effect(YamlNode node) {
    node.onlyKeys("on", "level", "scale", "variance", "sd", "cv", "read");
    try {
      return new RandomEffect(
          parameter(node.get("on")),
          node.get("level").oneOf(Level.class),
          node.get("scale").oneOf(Scale.class),
          variance(node),
          node.get("read").oneOf(ReadDepth.class));
    } catch (IllegalArgumentException e) {
      throw node.broken(String.valueOf(e.getMessage()));
    }
  }

  /// Stated as a variance, as a standard deviation of eta, or as a coefficient of variation of a
  /// log-normal parameter, for which `variance = ln(1 + cv^2)`.
  private static double variance(YamlNode node) {
    var stated =
        List.of("variance", "sd", "cv").stream().filter(k -> node.find(k).isPresent()).toList();
    if (stated.size() != 1) {
      throw node.broken("expected one of variance, sd and cv");
    }
    double value = node.get(stated.getFirst()).decimal().doubleValue();
    return switch (stated.getFirst()) {
      case "sd" -> value * value;
      case "cv" -> Math.log1p(value * value);
      default -> value;
    };
  }

  private Covariance covariance(YamlNode node, List<RandomEffect> effects) {
    node.onlyKeys("of", "level", "covariance", "correlation", "read");
    var of = node.get("of").items();
    if (of.size() != 2) {
      throw node.get("of").broken("a covariance is of two parameters");
    }
    var level = node.get("level").oneOf(Level.class);
    var first = effect(of.getFirst(), level, effects);
    var second = effect(of.getLast(), level, effects);
    double product = first.standardDeviation() * second.standardDeviation();
    double value =
        node.find("covariance").isPresent()
            ? node.get("covariance").decimal().doubleValue()
            : node.get("correlation").decimal().doubleValue() * product;
    if (!(Math.abs(value) < product) || first.equals(second)) {
      throw node.broken("no two parameters can have this covariance");
    }
    var read = node.get("read").oneOf(ReadDepth.class);
    return new Covariance(first.parameter(), second.parameter(), level, value, read);
  }

  private static RandomEffect effect(YamlNode name, Level level, List<RandomEffect> effects) {
    return effects.stream()
        .filter(e -> e.level() == level && e.parameter().equals(name.text()))
        .findFirst()
        .orElseThrow(() -> name.broken("'" + name.text() + "' does not deviate at that level"));
  }

  private String parameter(YamlNode name) {
    if (!parameters.contains(name.text())) {
      throw name.broken("the model has no parameter '" + name.text() + "'");
    }
    return name.text();
  }

  private static ResidualError error(YamlNode node) {
    node.onlyKeys("analyte", "proportional", "additive", "unit", "logarithmic", "read");
    var analyte = node.get("analyte").oneOf(Analyte.class);
    var read = node.get("read").oneOf(ReadDepth.class);
    try {
      if (node.find("logarithmic").isPresent()) {
        node.onlyKeys("analyte", "logarithmic", "read");
        double deviation = node.get("logarithmic").decimal().doubleValue();
        return new ResidualError.Logarithmic(analyte, deviation, read);
      }
      double proportional = optional(node, "proportional");
      double additive = optional(node, "additive");
      double factor = additive == 0 ? 1 : nanogramsPerMillilitre(node.get("unit"), analyte);
      return new ResidualError.Combined(analyte, proportional, additive * factor, read);
    } catch (IllegalArgumentException e) {
      throw node.broken(String.valueOf(e.getMessage()));
    }
  }

  private static double optional(YamlNode node, String key) {
    return node.find(key).map(value -> value.decimal().doubleValue()).orElse(0.0);
  }

  private static double nanogramsPerMillilitre(YamlNode unit, Analyte analyte) {
    return switch (unit.text()) {
      case "ng/mL" -> 1;
      case "nmol/mL" -> analyte.molarMass();
      default -> throw unit.broken("expected ng/mL or nmol/mL, found '" + unit.text() + "'");
    };
  }
}

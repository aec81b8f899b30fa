package org.nepenthe.pharmacology.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nepenthe.evidence.Citations;
import org.nepenthe.evidence.ReadDepth;
import org.nepenthe.evidence.YamlNode;
import org.nepenthe.quantity.BodyWeight;
import org.nepenthe.quantity.Moiety;

/// Reads one model file, refusing with file and line whatever it cannot stand for.
final class ModelFile {
  private final YamlNode root;
  private final Citations citations;

  private ModelFile(YamlNode root, Citations citations) {
    this.root =
        root.onlyKeys(
            "id",
            "title",
            "moieties",
            "matrix",
            "population",
            "structure",
            "evidence",
            "scalings",
            "parameters",
            "variability",
            "domain",
            "effect-sites",
            "prediction-errors",
            "must-reproduce");
    this.citations = citations;
  }

  static PkModel read(YamlNode root, Citations citations) {
    return new ModelFile(root, citations).model();
  }

  private PkModel model() {
    var structure = structure(root.get("structure"));
    var parameters = parameters(structure);
    var model =
        new PkModel(
            root.get("id").text(),
            root.get("title").text(),
            moieties(root.get("moieties")),
            root.get("matrix").oneOf(Matrix.class),
            root.get("population").text(),
            structure,
            parameters,
            new VariabilityFile(parameters.keySet(), citations).read(root.get("variability")),
            weightRange(root.get("domain")),
            effectSites(),
            root.get("prediction-errors").items().stream().map(this::predictionError).toList(),
            root.get("must-reproduce").items().stream().map(YamlNode::text).toList(),
            citations.evidence(root.get("evidence")));
    provedWhole(model);
    return model;
  }

  /// A file that reads well but makes no body at an end of its own domain is broken too.
  private void provedWhole(PkModel model) {
    for (var weight : List.of(model.weightRange().from(), model.weightRange().to())) {
      for (var site : model.effectSites()) {
        try {
          model.body(new Covariates(weight), site);
        } catch (IllegalArgumentException e) {
          throw root.broken("at " + weight.kilograms() + " kg: " + e.getMessage());
        }
      }
    }
  }

  private static Structure structure(YamlNode node) {
    node.onlyKeys("written-in", "compartments");
    int compartments = node.get("compartments").integer();
    if (compartments < 1 || compartments > 3) {
      throw node.get("compartments").broken("expected 1 to 3 compartments, found " + compartments);
    }
    var form = node.get("written-in");
    return switch (form.text()) {
      case "clearances" -> new Structure.Clearances(compartments);
      case "rate-constants" -> new Structure.RateConstants(compartments);
      default ->
          throw form.broken("expected clearances or rate-constants, found '" + form.text() + "'");
    };
  }

  private static Set<Moiety> moieties(YamlNode node) {
    var moieties = EnumSet.noneOf(Moiety.class);
    for (var item : node.items()) {
      if (!moieties.add(item.oneOf(Moiety.class))) {
        throw item.broken("'" + item.text() + "' stands twice");
      }
    }
    if (moieties.isEmpty()) {
      throw node.broken("expected at least one moiety");
    }
    return moieties;
  }

  private Map<String, Parameter> parameters(Structure structure) {
    var scalings = scalings();
    var node = root.get("parameters");
    var wanted = structure.parameters();
    node.onlyKeys(wanted.keySet().toArray(String[]::new));
    var parameters = new LinkedHashMap<String, Parameter>();
    wanted.forEach((name, dimension) -> {
      var entry = node.get(name).onlyKeys("value", "unit", "scaling", "read");
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
              entry.get("read").oneOf(ReadDepth.class)));
    });
    return parameters;
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

  private WeightRange weightRange(YamlNode domain) {
    var node = domain.onlyKeys("body-weight").get("body-weight");
    node.onlyKeys("from", "to", "evidence");
    var from = weight(node.get("from"));
    var to = weight(node.get("to"));
    if (from.compareTo(to) > 0) {
      throw node.broken("the range ends before it starts");
    }
    return new WeightRange(from, to, citations.evidence(node.get("evidence")));
  }

  private static BodyWeight weight(YamlNode node) {
    node.onlyKeys("value", "unit");
    if (!node.get("unit").text().equals("kg")) {
      throw node.get("unit").broken("expected kg, found '" + node.get("unit").text() + "'");
    }
    return new BodyWeight(positive(node.get("value")));
  }

  private List<EffectSite> effectSites() {
    var node = root.get("effect-sites");
    var sites = new ArrayList<EffectSite>();
    for (var item : node.items()) {
      item.onlyKeys("id", "endpoint", "ke0", "estimated-with", "re-derived", "evidence");
      var site =
          new EffectSite(
              item.get("id").text(),
              item.get("endpoint").text(),
              ke0(item.get("ke0")),
              item.get("estimated-with").text(),
              item.find("re-derived").map(YamlNode::text),
              citations.evidence(item.get("evidence")));
      boolean ownEstimate = site.estimatedWith().equals(root.get("id").text());
      if (ownEstimate == site.reDerived().isPresent()) {
        throw item.broken(
            "a ke0 estimated with another model says how it was re-derived, any other does not");
      }
      sites.add(site);
    }
    if (sites.isEmpty()) {
      throw node.broken("expected at least one effect site");
    }
    return sites;
  }

  private static Ke0 ke0(YamlNode node) {
    node.onlyKeys("value", "per-log-kilogram", "at-one-kilogram", "unit");
    if (unit(node.get("unit")) != ParameterUnit.PER_MINUTE) {
      throw node.get("unit").broken("expected /min");
    }
    if (node.find("value").isPresent()) {
      node.onlyKeys("value", "unit");
      return new Ke0.Constant(positive(node.get("value")).doubleValue());
    }
    return new Ke0.LogarithmOfWeight(
        node.get("per-log-kilogram").decimal().doubleValue(),
        node.get("at-one-kilogram").decimal().doubleValue());
  }

  private PredictionError predictionError(YamlNode node) {
    node.onlyKeys("data-set", "median", "median-absolute", "unit", "read");
    if (!node.get("unit").text().equals("%")) {
      throw node.get("unit").broken("expected %, found '" + node.get("unit").text() + "'");
    }
    return new PredictionError(
        node.get("data-set").text(),
        node.get("median").decimal(),
        positive(node.get("median-absolute")),
        node.get("read").oneOf(ReadDepth.class));
  }

  private static BigDecimal positive(YamlNode node) {
    var value = node.decimal();
    if (value.signum() <= 0) {
      throw node.broken("expected a number above 0, found " + node.text());
    }
    return value;
  }

  private static ParameterUnit unit(YamlNode node) {
    return Arrays.stream(ParameterUnit.values())
        .filter(unit -> unit.ucum().equals(node.text()))
        .findFirst()
        .orElseThrow(() -> node.broken("unknown unit '" + node.text() + "'"));
  }
}

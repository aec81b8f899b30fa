package org.nepenthe.pharmacology.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.nepenthe.evidence.Citations;
import org.nepenthe.evidence.ReadDepth;
import org.nepenthe.evidence.YamlNode;
import org.nepenthe.pharmacology.person.Age;
import org.nepenthe.pharmacology.person.Covariate;
import org.nepenthe.pharmacology.person.CovariateRange;
import org.nepenthe.pharmacology.person.Ethnicity;
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
            "network",
            "measured",
            "not-offered",
            "routes",
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
    var networkFile = new NetworkFile(root, structure);
    var network = networkFile.network();
    var measured = networkFile.measured(network);
    var absorptions = networkFile.absorptions(network, citations);
    var parameters = new ParameterFile(root, citations).read(networkFile.needed());
    var model =
        new PkModel(
            root.get("id").text(),
            root.get("title").text(),
            moieties(root.get("moieties")),
            root.get("matrix").oneOf(Matrix.class),
            root.get("population").text(),
            structure,
            network,
            measured,
            networkFile.notOffered(),
            absorptions,
            parameters,
            new VariabilityFile(parameters.keySet(), citations).read(root.get("variability")),
            domain(root.get("domain")),
            effectSites(),
            root.get("prediction-errors").items().stream().map(this::predictionError).toList(),
            root.get("must-reproduce").items().stream().map(YamlNode::text).toList(),
            citations.evidence(root.get("evidence")));
    provedWhole(model);
    return model;
  }

  /// A file that reads well but makes no body at an end of its own domain is broken too.
  private void provedWhole(PkModel model) {
    for (var person : extremes(model)) {
      try {
        var values = model.values(person, Eta.typical());
        model.network().matrix(values);
        for (var name : model.parameters().keySet()) {
          if (!(values.applyAsDouble(name) > 0)) {
            throw new IllegalArgumentException(name + " falls to 0 or below");
          }
        }
        for (var site : model.effectSites()) {
          if (model.isMammillary()) {
            model.body(person, site);
          }
        }
      } catch (IllegalArgumentException e) {
        throw root.broken("at " + person.weight().kilograms() + " kg: " + e.getMessage());
      }
    }
  }

  private static List<Covariates> extremes(PkModel model) {
    var people = new ArrayList<Covariates>();
    var weights = model.weightRange();
    for (var weight : List.of(weights.from(), weights.to())) {
      var person = new Covariates(new BodyWeight(weight));
      var ages = model.range(Covariate.AGE);
      var aged =
          ages.isEmpty()
              ? List.of(person)
              : List.of(
                  person.aged(new Age(ages.get().from())), person.aged(new Age(ages.get().to())));
      for (var one : aged) {
        for (var group : Ethnicity.values()) {
          people.add(one.of(group));
        }
      }
    }
    return people;
  }

  private static Structure structure(YamlNode node) {
    node.onlyKeys("written-in", "compartments");
    var form = node.get("written-in");
    if (form.text().equals("network")) {
      node.onlyKeys("written-in");
      return new Structure.OwnNetwork();
    }
    int compartments = node.get("compartments").integer();
    if (compartments < 1 || compartments > 3) {
      throw node.get("compartments").broken("expected 1 to 3 compartments, found " + compartments);
    }
    return switch (form.text()) {
      case "clearances" -> new Structure.Clearances(compartments);
      case "rate-constants" -> new Structure.RateConstants(compartments);
      default ->
          throw form.broken(
              "expected clearances or rate-constants or network, found '" + form.text() + "'");
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

  private List<CovariateRange> domain(YamlNode domain) {
    domain.onlyKeys("body-weight", "age");
    var ranges = new ArrayList<CovariateRange>();
    var weight = domain.get("body-weight").onlyKeys("from", "to", "evidence");
    ranges.add(
        range(
            Covariate.BODY_WEIGHT,
            weight,
            ParameterFile.weight(weight.get("from")).kilograms(),
            ParameterFile.weight(weight.get("to")).kilograms(),
            true));
    domain
        .find("age")
        .ifPresent(age -> {
          age.onlyKeys("from", "to", "needed", "evidence");
          var from = years(age.get("from"));
          var to = years(age.get("to"));
          ranges.add(range(Covariate.AGE, age, from, to, age.get("needed").flag()));
        });
    return ranges;
  }

  private static BigDecimal years(YamlNode node) {
    node.onlyKeys("value", "unit");
    if (!node.get("unit").text().equals("a")) {
      throw node.get("unit").broken("expected a (years), found '" + node.get("unit").text() + "'");
    }
    return ParameterFile.positive(node.get("value"));
  }

  private CovariateRange range(
      Covariate covariate, YamlNode node, BigDecimal from, BigDecimal to, boolean needed) {
    if (from.compareTo(to) > 0) {
      throw node.broken("the range ends before it starts");
    }
    var evidence = citations.evidence(node.get("evidence"));
    return new CovariateRange(covariate, from, to, needed, evidence);
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
    return sites;
  }

  private static Ke0 ke0(YamlNode node) {
    node.onlyKeys("value", "per-log-kilogram", "at-one-kilogram", "unit");
    if (ParameterFile.unit(node.get("unit")) != ParameterUnit.PER_MINUTE) {
      throw node.get("unit").broken("expected /min");
    }
    if (node.find("value").isPresent()) {
      node.onlyKeys("value", "unit");
      return new Ke0.Constant(ParameterFile.positive(node.get("value")).doubleValue());
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
        ParameterFile.positive(node.get("median-absolute")),
        node.get("read").oneOf(ReadDepth.class));
  }
}

package org.nepenthe.pharmacology.effect;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.nepenthe.evidence.BrokenFile;
import org.nepenthe.evidence.Citations;
import org.nepenthe.evidence.YamlNode;
import org.nepenthe.pharmacology.model.Analyte;
import org.nepenthe.pharmacology.model.ShippedFile;
import org.nepenthe.quantity.Moiety;

/// What ships of endpoints and of reference concentrations.
public record EffectCatalogue(List<Endpoint> endpoints, List<ReferenceBand> referenceBands) {
  public EffectCatalogue {
    endpoints = List.copyOf(endpoints);
    referenceBands = List.copyOf(referenceBands);
  }

  /// Reads the shipped file.
  ///
  /// @throws BrokenFile with file and line, if it cannot be used
  public static EffectCatalogue shipped() {
    return read(ShippedFile.read("effects.yaml"), ShippedFile.citations());
  }

  static EffectCatalogue read(YamlNode root, Citations citations) {
    root.onlyKeys("endpoints", "reference-bands");
    var ids = new HashSet<String>();
    var endpoints = new ArrayList<Endpoint>();
    for (var item : root.get("endpoints").items()) {
      endpoints.add(endpoint(item, citations));
      unique(item, ids);
    }
    var bands = new ArrayList<ReferenceBand>();
    for (var item : root.get("reference-bands").items()) {
      bands.add(band(item, citations));
      unique(item, ids);
    }
    return new EffectCatalogue(endpoints, bands);
  }

  private static void unique(YamlNode item, HashSet<String> ids) {
    if (!ids.add(item.get("id").text())) {
      throw item.get("id").broken("'" + item.get("id").text() + "' stands twice");
    }
  }

  private static Endpoint endpoint(YamlNode node, Citations citations) {
    node.onlyKeys("id", "title", "moiety", "c50", "half-life", "estimated-with", "evidence");
    if (node.find("c50").isEmpty() && node.find("half-life").isEmpty()) {
      throw node.broken("expected c50, half-life or both");
    }
    return new Endpoint(
        node.get("id").text(),
        node.get("title").text(),
        node.get("moiety").oneOf(Moiety.class),
        node.find("c50")
            .map(c50 -> Estimate.read(c50, "nmol/mL").times(Analyte.KETAMINE.molarMass())),
        node.find("half-life").map(half -> Estimate.read(half, "min")),
        node.find("estimated-with").map(YamlNode::text),
        citations.evidence(node.get("evidence")));
  }

  private static ReferenceBand band(YamlNode node, Citations citations) {
    node.onlyKeys("id", "title", "moiety", "from", "to", "unit", "evidence");
    if (!node.get("unit").text().equals("ng/mL")) {
      throw node.get("unit").broken("expected ng/mL");
    }
    try {
      return new ReferenceBand(
          node.get("id").text(),
          node.get("title").text(),
          node.get("moiety").oneOf(Moiety.class),
          node.get("from").decimal().doubleValue(),
          node.get("to").decimal().doubleValue(),
          citations.evidence(node.get("evidence")));
    } catch (IllegalArgumentException e) {
      throw node.broken(String.valueOf(e.getMessage()));
    }
  }

  public Optional<Endpoint> find(String id) {
    return endpoints.stream().filter(endpoint -> endpoint.id().equals(id)).findFirst();
  }

  /// @throws IllegalArgumentException naming the known ids, if there is no such endpoint
  public Endpoint get(String id) {
    return find(id)
        .orElseThrow(() ->
            new IllegalArgumentException(
                "no endpoint '"
                    + id
                    + "', known are "
                    + String.join(", ", endpoints.stream().map(Endpoint::id).toList())));
  }
}

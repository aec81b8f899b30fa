package org.nepenthe.pharmacology.interaction;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.nepenthe.evidence.BrokenFile;
import org.nepenthe.evidence.Citations;
import org.nepenthe.evidence.YamlNode;
import org.nepenthe.pharmacology.effect.Estimate;
import org.nepenthe.pharmacology.model.Analyte;
import org.nepenthe.pharmacology.model.ShippedFile;
import org.nepenthe.pharmacology.regimen.Route;

/// What ships of interactions, in the order of the file.
public record InteractionCatalogue(List<Interaction> interactions) {
  public InteractionCatalogue {
    interactions = List.copyOf(interactions);
  }

  /// Reads the shipped file.
  ///
  /// @throws BrokenFile with file and line, if it cannot be used
  public static InteractionCatalogue shipped() {
    return read(ShippedFile.read("interactions.yaml"), ShippedFile.citations());
  }

  static InteractionCatalogue read(YamlNode root, Citations citations) {
    root.onlyKeys("interactions");
    var ids = new HashSet<String>();
    var interactions = new ArrayList<Interaction>();
    for (var item : root.get("interactions").items()) {
      if (!ids.add(item.get("id").text())) {
        throw item.get("id").broken("'" + item.get("id").text() + "' stands twice");
      }
      interactions.add(interaction(item, citations));
    }
    return new InteractionCatalogue(interactions);
  }

  private static Interaction interaction(YamlNode node, Citations citations) {
    node.onlyKeys(
        "id", "factor", "route", "analyte", "area", "peak", "advice", "conflicting", "evidence");
    var evidence = node.get("evidence").items().stream().map(citations::evidence).toList();
    boolean conflicting = node.get("conflicting").flag();
    if (evidence.isEmpty() || (conflicting && evidence.size() < 2)) {
      throw node.broken("expected a source, and both sides of a conflict");
    }
    if (conflicting && (node.find("area").isPresent() || node.find("peak").isPresent())) {
      throw node.broken("where sources disagree there is no factor to count with");
    }
    return new Interaction(
        node.get("id").text(),
        node.get("factor").text(),
        node.get("route").oneOf(Route.class),
        node.get("analyte").oneOf(Analyte.class),
        node.find("area").map(area -> Estimate.read(area, "1")),
        node.find("peak").map(peak -> Estimate.read(peak, "1")),
        node.get("advice").text(),
        conflicting,
        evidence);
  }

  /// Those that were measured with doses by this route.
  public List<Interaction> of(Route route) {
    return interactions.stream().filter(interaction -> interaction.route() == route).toList();
  }
}

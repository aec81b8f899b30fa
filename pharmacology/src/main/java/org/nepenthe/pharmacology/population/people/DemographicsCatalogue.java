package org.nepenthe.pharmacology.population.people;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nepenthe.evidence.BrokenFile;
import org.nepenthe.evidence.Citations;
import org.nepenthe.evidence.YamlNode;

/// The descriptions of people that ship with this library, by id.
public final class DemographicsCatalogue {
  private static final String FOLDER = "/pharmacology/";
  private static final List<String> SHIPPED = List.of("simons-2022");

  private final Map<String, Demographics> byId;

  private DemographicsCatalogue(Map<String, Demographics> byId) {
    this.byId = byId;
  }

  /// Reads the shipped files.
  ///
  /// @throws BrokenFile with file and line, if one cannot be used
  public static DemographicsCatalogue shipped() {
    var citations = Citations.read(yaml("citations.yaml"));
    var byId = new LinkedHashMap<String, Demographics>();
    for (var id : SHIPPED) {
      var root = yaml("populations/" + id + ".yaml");
      var read = read(root, citations);
      if (!read.id().equals(id)) {
        throw root.get("id").broken("expected the file's own name, " + id);
      }
      byId.put(id, read);
    }
    return new DemographicsCatalogue(byId);
  }

  public List<Demographics> all() {
    return List.copyOf(byId.values());
  }

  /// @throws IllegalArgumentException naming the known ids, if there is no such description
  public Demographics get(String id) {
    var found = byId.get(id);
    if (found == null) {
      throw new IllegalArgumentException(
          "no population '" + id + "', known are " + String.join(", ", byId.keySet()));
    }
    return found;
  }

  static Demographics read(YamlNode root, Citations citations) {
    root.onlyKeys("id", "title", "body-weight", "age", "women", "evidence");
    var women = root.get("women").onlyKeys("share");
    try {
      return new Demographics(
          root.get("id").text(),
          root.get("title").text(),
          spread(root.get("body-weight"), "kg"),
          spread(root.get("age"), "a"),
          women.get("share").decimal().doubleValue(),
          citations.evidence(root.get("evidence")));
    } catch (IllegalArgumentException e) {
      throw root.broken("not usable: " + e.getMessage());
    }
  }

  private static Spread spread(YamlNode node, String unit) {
    node.onlyKeys("mean", "standard-deviation", "from", "to", "unit");
    if (!node.get("unit").text().equals(unit)) {
      throw node.get("unit").broken("expected " + unit);
    }
    try {
      return new Spread(
          number(node, "mean"),
          number(node, "standard-deviation"),
          number(node, "from"),
          number(node, "to"));
    } catch (IllegalArgumentException e) {
      throw node.broken("not usable: " + e.getMessage());
    }
  }

  private static double number(YamlNode node, String key) {
    return node.get(key).decimal().doubleValue();
  }

  private static YamlNode yaml(String name) {
    try (InputStream bytes = DemographicsCatalogue.class.getResourceAsStream(FOLDER + name)) {
      if (bytes == null) {
        throw new BrokenFile(FOLDER + name, 1, "the file is missing");
      }
      return YamlNode.read("pharmacology" + FOLDER + name, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

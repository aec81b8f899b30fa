package org.nepenthe.evidence;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The publications that a set of data files cites, by key, and the reader of their `evidence:`
/// blocks. A citation that no file uses, or a key that no citation has, is a broken file.
public final class Citations {
  private final Map<String, Citation> byKey;

  private Citations(Map<String, Citation> byKey) {
    this.byKey = byKey;
  }

  /// Reads a `citations.yaml`: a mapping from key to `text` and, optionally, `doi`.
  public static Citations read(YamlNode root) {
    var byKey = new LinkedHashMap<String, Citation>();
    root.fields()
        .forEach((key, node) -> {
          node.onlyKeys("text", "doi");
          byKey.put(
              key,
              new Citation(key, node.get("text").text(), node.find("doi").map(YamlNode::text)));
        });
    return new Citations(byKey);
  }

  public Map<String, Citation> byKey() {
    return Map.copyOf(byKey);
  }

  public Optional<Citation> find(String key) {
    return Optional.ofNullable(byKey.get(key));
  }

  /// Reads one `evidence:` block.
  public Evidence evidence(YamlNode node) {
    node.onlyKeys("citation", "source-type", "strength", "certainty", "read", "says", "deviation");
    var key = node.get("citation");
    var citation =
        find(key.text())
            .orElseThrow(() -> key.broken("no citation has the key '" + key.text() + "'"));
    var deviation = node.get("deviation").text();
    return new Evidence(
        citation,
        node.get("source-type").oneOf(SourceType.class),
        node.get("strength").text().equals("none") ? Strength.NONE : grade(node.get("strength")),
        node.get("certainty").oneOf(Certainty.class),
        node.get("read").oneOf(ReadDepth.class),
        node.get("says").text(),
        deviation.equals("none") ? Optional.empty() : Optional.of(deviation));
  }

  private static Strength grade(YamlNode node) {
    return switch (node.text()) {
      case "A" -> Strength.A;
      case "B" -> Strength.B;
      case "C" -> Strength.C;
      case "D" -> Strength.D;
      default -> throw node.broken("expected A, B, C, D or none, found '" + node.text() + "'");
    };
  }
}

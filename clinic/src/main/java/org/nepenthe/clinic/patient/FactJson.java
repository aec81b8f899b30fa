package org.nepenthe.clinic.patient;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.nepenthe.care.chart.Fact;
import org.nepenthe.care.chart.Provenance;
import org.nepenthe.care.chart.Vocabulary;
import org.nepenthe.clinic.record.EventJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Facts as JSON and back.
///
/// What is stored is what the source said. Whether a code is known is asked of the vocabulary each
/// time a fact is read: a code the clinic learns later is known from then on, in every chart.
final class FactJson {
  private static final JsonMapper MAPPER = EventJson.mapper();
  private static final String KIND = "kind";
  private static final String PROVENANCE = "provenance";
  private static final String SYSTEM = "system";

  private final Vocabulary vocabulary;

  FactJson(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  static String kindOf(Fact fact) {
    return fact.getClass().getSimpleName();
  }

  /// Without where it came from: the same fact sent again has the same content.
  static String write(Fact fact) {
    var tree = (ObjectNode) MAPPER.<JsonNode>valueToTree(fact);
    tree.remove(PROVENANCE);
    tree.remove(KIND);
    forgetWhatWasKnown(tree);
    return MAPPER.writeValueAsString(tree);
  }

  private static void forgetWhatWasKnown(ObjectNode tree) {
    for (var property : tree.properties()) {
      if (property.getValue() instanceof ObjectNode child) {
        if (isCode(child)) {
          child.remove(KIND);
        } else {
          forgetWhatWasKnown(child);
        }
      }
    }
  }

  private static boolean isCode(ObjectNode node) {
    return node.has(SYSTEM) && node.has("code") && node.has("display");
  }

  Fact read(String kind, String content, Provenance provenance) {
    var tree = (ObjectNode) MAPPER.readTree(content);
    classify(tree);
    tree.put(KIND, kind);
    tree.set(PROVENANCE, MAPPER.valueToTree(provenance));
    return MAPPER.treeToValue(tree, Fact.class);
  }

  private void classify(ObjectNode tree) {
    for (var property : tree.properties()) {
      if (property.getValue() instanceof ObjectNode child) {
        if (isCode(child)) {
          var coded =
              vocabulary.classify(
                  child.get(SYSTEM).asString(),
                  child.get("code").asString(),
                  child.get("display").asString());
          child.put(KIND, coded.getClass().getSimpleName());
        } else {
          classify(child);
        }
      }
    }
  }

  /// SHA-256 in hexadecimal.
  static String hash(String content) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(content.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

package org.nepenthe.knowledge;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// A whole base of a few lines, in memory, whose files a test can replace.
final class SmallBase {
  static final String ENTRY =
      """
      id: INF-XX-01
      title: A limit made up for tests
      kind: limit
      status: draft
      values:
        - effective: 2026-01-01
          ceiling: { value: 999, unit: "mm[Hg]", breached-when: ">" }
          evidence:
            citation: example-2020
            source-type: guideline
            strength: B
            certainty: low
            read: secondary
            says: Made up.
            deviation: none
      """;

  private final Map<String, String> files = new HashMap<>();

  SmallBase() {
    files.put("knowledge.yaml", "version: test\nareas: [infusion]\n");
    files.put("units.yaml", "\"mm[Hg]\": { shown: mmHg, meaning: millimetre of mercury }\n");
    files.put(
        "citations.yaml",
        """
        example-2020:
          text: Example A. A made-up paper. 2020
        """);
    files.put(
        "infusion/area.yaml",
        """
        title: Infusion
        about: Made up.
        kinds:
          limit:
            ceiling: amount
            note?: text
            side?: { one-of: [left, right] }
            see?: refs
            steps?: { list-of: { floor: amount } }
        files:
          - INF-XX-01.yaml
        """);
    files.put("infusion/INF-XX-01.yaml", ENTRY);
  }

  SmallBase with(String path, String content) {
    files.put(path, content);
    return this;
  }

  SmallBase without(String path) {
    files.remove(path);
    return this;
  }

  /// Replaces a piece of a file, which must be there: a test that changes nothing proves nothing.
  SmallBase replacing(String path, String piece, String by) {
    var content = files.get(path);
    if (!content.contains(piece)) {
      throw new AssertionError(path + " does not contain " + piece);
    }
    return with(path, content.replace(piece, by));
  }

  KnowledgeBase load() {
    return KnowledgeBase.load(this::open);
  }

  KnowledgeSnapshot snapshot() {
    return KnowledgeSnapshot.of(this::open);
  }

  private InputStream open(String path) throws FileNotFoundException {
    var content = files.get(path);
    if (content == null) {
      throw new FileNotFoundException(path);
    }
    return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
  }
}

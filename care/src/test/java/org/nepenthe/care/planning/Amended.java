package org.nepenthe.care.planning;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.nepenthe.knowledge.KnowledgeBase;
import org.nepenthe.knowledge.KnowledgeFiles;

/// The shipped knowledge with one piece of one file replaced, as a site might have set it.
public final class Amended {
  private Amended() {}

  /// @param file below the base's root, for example `planning/PLN-CAP-03.yaml`
  /// @param piece must stand in the file
  public static KnowledgeBase knowledge(String file, String piece, String instead) {
    var shipped = KnowledgeFiles.shipped();
    return KnowledgeBase.load(path -> {
      if (!path.equals(file)) {
        return shipped.open(path);
      }
      try (var stream = shipped.open(path)) {
        var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        if (!text.contains(piece)) {
          throw new IllegalArgumentException(file + " has no '" + piece + "'");
        }
        return new ByteArrayInputStream(
            text.replace(piece, instead).getBytes(StandardCharsets.UTF_8));
      }
    });
  }

  /// With totals of the site's own, in mg.
  public static KnowledgeBase totals(String week, String course) {
    return knowledge(
        "planning/PLN-CAP-03.yaml",
        "effective: 2026-01-01",
        "effective: 2026-01-01" + total("week", week) + total("course", course));
  }

  private static String total(String span, String milligrams) {
    return "\n    %s: { value: %s, unit: mg, breached-when: \">\" }".formatted(span, milligrams);
  }
}

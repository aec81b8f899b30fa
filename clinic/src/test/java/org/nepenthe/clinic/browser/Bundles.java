package org.nepenthe.clinic.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/// Bundles to bring in: a shipped synthetic chart under another name and identifier, so that every
/// test has a patient of its own.
final class Bundles {
  /// Complex regional pain syndrome, no opioid, controlled hypertension, normal liver values.
  private static final String CHART = "/demonstration/patients/02-cummings51-willard975.json";

  private static final String FAMILY = "Cummings51";
  private static final String ID = "fa5b6179-a8cf-7ca5-3a02-68e14a3cad5f";

  private Bundles() {}

  static Path of(String family) {
    try (var shipped = Bundles.class.getResourceAsStream(CHART)) {
      if (shipped == null) {
        throw new IllegalStateException("not shipped: " + CHART);
      }
      var text = new String(shipped.readAllBytes(), StandardCharsets.UTF_8);
      var own =
          text.replace(FAMILY, family)
              .replace("Willard975", "Adam")
              .replace("Edmundo94", "Edmund")
              .replace(ID, UUID.randomUUID().toString());
      var file = Files.createTempDirectory("bundle").resolve(family + ".json");
      return Files.writeString(file, own);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package org.nepenthe.fhir;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.nepenthe.care.chart.Vocabulary;
import org.nepenthe.care.decision.Coded;

/// Bundles about one invented patient, written out as text.
final class Bundles {
  static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");

  static final String PATIENT =
      """
      {"resourceType": "Patient", "id": "p1",
       "identifier": [
         {"type": {"coding": [{"code": "SS"}]}, "system": "urn:ssn", "value": "999-12-3456"},
         {"type": {"coding": [{"code": "MR"}]}, "system": "urn:clinic", "value": "4711"}],
       "name": [{"use": "maiden", "family": "Before"},
                {"use": "official", "family": "Roe", "given": ["Ada", "May"]}],
       "gender": "female", "birthDate": "1970-02-03"}\
      """;

  private Bundles() {}

  static String of(String... resources) {
    return ofType("collection", resources);
  }

  static String ofType(String type, String... resources) {
    var entries = new StringBuilder();
    for (var resource : resources) {
      entries.append(entries.isEmpty() ? "" : ",").append("{\"resource\":").append(resource);
      entries.append('}');
    }
    return "{\"resourceType\": \"Bundle\", \"type\": \"%s\", \"entry\": [%s]}"
        .formatted(type, entries);
  }

  /// An observation of 1 June 2026, 09:00 UTC, as a vital sign.
  static String observation(String loinc, String value) {
    return observation(loinc, value, "2026-06-01T09:00:00Z");
  }

  static String observation(String loinc, String value, String effective) {
    return """
    {"resourceType": "Observation", "id": "o1", "status": "final",
     "category": [{"coding": [{"code": "vital-signs"}]}],
     "code": {"coding": [{"system": "http://loinc.org", "code": "%s", "display": "What"}]},
     "subject": {"reference": "Patient/p1"}, "effectiveDateTime": "%s", %s}\
    """
        .formatted(loinc, effective, value);
  }

  static String quantity(String value, String unit) {
    return """
    "valueQuantity": {"value": %s, "unit": "%s", "system": "http://unitsofmeasure.org",
                      "code": "%s"}\
    """
        .formatted(value, unit, unit);
  }

  /// Knows LOINC codes and nothing else.
  private static final Vocabulary LOINC_ONLY =
      (system, code, display) ->
          system.equals("http://loinc.org")
              ? new Coded.Known(system, code, display)
              : new Coded.Unrecognised(system, code, display);

  static BundleReading read(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  static BundleReading read(byte[] bytes) {
    try {
      return new BundleReader(LOINC_ONLY)
          .read(() -> new ByteArrayInputStream(bytes), new Receipt(NOW, "tester", ZoneOffset.UTC));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static BundleReading.Read taken(String text) {
    return switch (read(text)) {
      case BundleReading.Read read -> read;
      case BundleReading.Refused refused ->
          throw new AssertionError("refused: " + refused.problems());
    };
  }

  static List<Problem> problems(String text) {
    return switch (read(text)) {
      case BundleReading.Read read -> throw new AssertionError("taken: " + read);
      case BundleReading.Refused refused -> refused.problems();
    };
  }
}

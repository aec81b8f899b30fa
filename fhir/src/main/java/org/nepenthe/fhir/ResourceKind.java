package org.nepenthe.fhir;

import java.util.Set;

/// Which kinds of resource an import looks into.
final class ResourceKind {
  private static final Set<String> KEPT =
      Set.of(
          "Patient",
          "Condition",
          "MedicationRequest",
          "MedicationStatement",
          "Medication",
          "Observation",
          "AllergyIntolerance",
          "Procedure");

  private ResourceKind() {}

  static boolean isKept(String kind) {
    return KEPT.contains(kind);
  }

  /// The resource's own name in its source, such as `Observation/abc`; empty where it has none.
  static String sourceId(BundleStream.Entry entry) {
    var id = entry.resource().path("id").asText("");
    if (id.isEmpty()) {
      var url = entry.fullUrl();
      id = url.substring(Math.max(url.lastIndexOf('/'), url.lastIndexOf(':')) + 1);
    }
    return id.isEmpty() ? "" : entry.kind() + "/" + id;
  }
}

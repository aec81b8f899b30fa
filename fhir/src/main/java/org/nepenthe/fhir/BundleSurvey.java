package org.nepenthe.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The first walk through a bundle: whether it is one, whose it is, and what its entries refer to.
final class BundleSurvey {
  private static final Set<String> TAKEN_TYPES = Set.of("transaction", "collection");

  private final Problems problems;
  private final List<BundleStream.Entry> patients = new ArrayList<>();
  private final Map<String, JsonNode> medications = new HashMap<>();
  private final Set<String> names = new HashSet<>();
  private boolean framed;

  BundleSurvey(Problems problems) {
    this.problems = problems;
  }

  void see(BundleStream.Entry entry) {
    if (!entry.resource().isObject() || entry.kind().isEmpty()) {
      problems.add(
          "entry[" + entry.index() + "]",
          entry.method().equals("DELETE")
              ? "it asks for something to be deleted, which an import never does"
              : "it holds no resource",
          "Export the patient's resources themselves.");
      return;
    }
    if (!ResourceKind.isKept(entry.kind())) {
      return;
    }
    name(entry);
    if (entry.kind().equals("Patient")) {
      patients.add(entry);
    } else if (entry.kind().equals("Medication")) {
      references(entry).forEach(name -> medications.put(name, entry.resource()));
    }
  }

  private void name(BundleStream.Entry entry) {
    var name = ResourceKind.sourceId(entry);
    if (name.isEmpty()) {
      problems.add(
          entry.where(),
          "it has neither an id nor a fullUrl",
          "Give it an id: without one, the same fact sent again would be stored twice.");
    } else if (!names.add(name)) {
      problems.add(
          entry.where(),
          "another entry has the same id",
          "Send each resource once, in its newest version.");
    }
  }

  /// Every way in which another entry can refer to this one.
  static List<String> references(BundleStream.Entry entry) {
    var all = new ArrayList<String>();
    if (!entry.fullUrl().isEmpty()) {
      all.add(entry.fullUrl());
    }
    var id = entry.resource().path("id").asText("");
    if (!id.isEmpty()) {
      all.add(entry.kind() + "/" + id);
      all.add("urn:uuid:" + id);
    }
    return all;
  }

  void frame(BundleStream.Frame frame) {
    if (framed) {
      return;
    }
    framed = true;
    if (!frame.resourceType().equals("Bundle")) {
      problems.add(
          "the whole file",
          frame.resourceType().isEmpty()
              ? "this is JSON and not a FHIR Bundle"
              : "this is a FHIR " + frame.resourceType() + " and not a Bundle",
          "Choose a file whose resourceType is Bundle.");
    } else if (!TAKEN_TYPES.contains(frame.type())) {
      problems.add(
          "Bundle.type",
          frame.type().isEmpty() ? "the bundle has no type" : "it is a " + frame.type(),
          "Export the patient as a transaction or a collection.");
    } else {
      onePatient();
    }
  }

  private void onePatient() {
    if (patients.isEmpty()) {
      problems.add(
          "Bundle.entry",
          "there is no Patient in the bundle",
          "Export the patient together with the facts about them.");
    }
    for (var other : patients.stream().skip(1).toList()) {
      problems.add(
          other.where(),
          "there are " + patients.size() + " patients in the bundle",
          "Export one bundle for each patient.");
    }
  }

  BundleStream.Entry patient() {
    return patients.getFirst();
  }

  Map<String, JsonNode> medications() {
    return medications;
  }
}

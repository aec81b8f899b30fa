package org.nepenthe.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Resource;
import org.nepenthe.care.chart.Fact;
import org.nepenthe.care.chart.Vocabulary;

/// The second walk through a bundle: each entry becomes facts about the one patient, or a fault.
final class BundleContents {
  private final Receipt receipt;
  private final Vocabulary vocabulary;
  private final Units units;
  private final Problems problems;
  private final ResourceParser parser;
  private final Optional<StatedIdentity> identity;
  private final Set<String> subject = new HashSet<>();
  private final MedicationMapper medications;
  private final List<Fact> facts = new ArrayList<>();
  private final List<NotTaken> notTaken = new ArrayList<>();
  private final SortedMap<String, Integer> otherKinds = new TreeMap<>();

  BundleContents(
      BundleSurvey survey, Receipt receipt, Vocabulary vocabulary, Units units, Problems problems) {
    this.receipt = receipt;
    this.vocabulary = vocabulary;
    this.units = units;
    this.problems = problems;
    parser = new ResourceParser(problems);
    identity = patient(survey.patient());
    medications = new MedicationMapper(medications(survey.medications()));
  }

  private Optional<StatedIdentity> patient(BundleStream.Entry entry) {
    var patient = parser.parse(Patient.class, entry.resource(), entry.where());
    subject.addAll(BundleSurvey.references(entry));
    patient.ifPresent(stated ->
        stated
            .getIdentifier()
            .forEach(i ->
                subject.add(
                    "Patient?identifier="
                        + (i.hasSystem() ? i.getSystem() : "")
                        + "|"
                        + (i.hasValue() ? i.getValue() : ""))));
    return patient.flatMap(stated -> PatientMapper.map(stated, spot(entry, "")));
  }

  private Map<String, CodeableConcept> medications(Map<String, JsonNode> byName) {
    var concepts = new HashMap<String, CodeableConcept>();
    byName.forEach((name, json) ->
        parser
            .parse(Medication.class, json, name)
            .ifPresent(medication -> concepts.put(name, medication.getCode())));
    return concepts;
  }

  private Spot spot(BundleStream.Entry entry, String source) {
    return new Spot(
        entry.where(),
        source,
        ResourceKind.sourceId(entry),
        receipt,
        vocabulary,
        units,
        facts,
        notTaken,
        problems);
  }

  void take(BundleStream.Entry entry) {
    switch (entry.kind()) {
      case "Patient", "Medication" -> {}
      case "Condition" -> map(Condition.class, entry, "subject", ConditionMapper::map);
      case "MedicationRequest" ->
          map(MedicationRequest.class, entry, "subject", (r, spot) -> medications.map(r, spot));
      case "MedicationStatement" ->
          map(MedicationStatement.class, entry, "subject", (r, spot) -> medications.map(r, spot));
      case "Observation" -> map(Observation.class, entry, "subject", ObservationMapper::map);
      case "AllergyIntolerance" ->
          map(AllergyIntolerance.class, entry, "patient", AllergyMapper::map);
      case "Procedure" -> map(Procedure.class, entry, "subject", ProcedureMapper::map);
      default -> otherKinds.merge(entry.kind(), 1, Integer::sum);
    }
  }

  private <T extends Resource> void map(
      Class<T> kind, BundleStream.Entry entry, String subjectElement, BiConsumer<T, Spot> mapper) {
    if (identity.isEmpty() || !isAboutThePatient(entry, subjectElement)) {
      return;
    }
    var spot = spot(entry, identity.get().identifierSystem());
    int before = facts.size();
    parser
        .parse(kind, entry.resource(), entry.where())
        .ifPresent(resource -> mapper.accept(resource, spot));
    if (facts.size() == before) {
      spot.saysNothing();
    }
  }

  private boolean isAboutThePatient(BundleStream.Entry entry, String element) {
    var reference = entry.resource().path(element).path("reference").asText("");
    int version = reference.indexOf("/_history/");
    if (subject.contains(version < 0 ? reference : reference.substring(0, version))) {
      return true;
    }
    problems.add(
        entry.where() + ", " + element,
        reference.isEmpty()
            ? "it does not say whose it is"
            : "it is about " + reference + ", who is not the patient of this bundle",
        "Export one bundle for each patient, each fact with its reference to the patient.");
    return false;
  }

  BundleReading reading() {
    if (!problems.none() || identity.isEmpty()) {
      return problems.refused();
    }
    return new BundleReading.Read(identity.get(), facts, notTaken, otherKinds);
  }
}

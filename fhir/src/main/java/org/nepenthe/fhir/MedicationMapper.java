package org.nepenthe.fhir;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;
import org.nepenthe.care.chart.Medication;
import org.nepenthe.care.chart.Medication.Status;
import org.nepenthe.care.decision.Coded;

/// MedicationRequest and MedicationStatement: what was ordered, what is taken.
///
/// @param byReference what each Medication resource of the bundle is, by every name it has there
record MedicationMapper(Map<String, CodeableConcept> byReference) {

  void map(MedicationRequest request, Spot spot) {
    if (!request.hasStatus()) {
      spot.problem("status", "no status: is it taken?", "Give the order's status.");
      return;
    }
    if (request.getDoNotPerform()) {
      spot.leftOut("an order not to give something; read it in the source");
      return;
    }
    var ordered = spot.past("authoredOn", request.getAuthoredOnElement());
    switch (request.getStatus()) {
      case ENTEREDINERROR -> spot.leftOut(Spot.IN_ERROR);
      case ACTIVE -> add(request, orderedStatus(request), ordered, spot);
      case COMPLETED, STOPPED, CANCELLED -> add(request, Status.STOPPED, ordered, spot);
      case ONHOLD, UNKNOWN -> add(request, Status.NOT_KNOWN, ordered, spot);
      case DRAFT, NULL -> spot.leftOut("a draft and not an order");
    }
  }

  /// A proposal that is "active" says nothing about what the patient takes.
  private static Status orderedStatus(MedicationRequest request) {
    if (!request.hasIntent()) {
      return Status.NOT_KNOWN;
    }
    return switch (request.getIntent()) {
      case ORDER, ORIGINALORDER, REFLEXORDER, FILLERORDER, INSTANCEORDER -> Status.ACTIVE;
      case PROPOSAL, PLAN, OPTION, NULL -> Status.NOT_KNOWN;
    };
  }

  private void add(MedicationRequest request, Status status, Optional<Instant> ordered, Spot spot) {
    drug(request.getMedication(), spot)
        .ifPresent(drug ->
            spot.facts()
                .add(
                    new Medication(
                        drug,
                        status,
                        ordered,
                        dosage(request.getDosageInstruction()),
                        DosingMapper.map(request.getDosageInstruction(), spot.units()),
                        spot.provenance())));
  }

  void map(MedicationStatement statement, Spot spot) {
    if (!statement.hasStatus()) {
      spot.problem("status", "no status: is it taken?", "Give the statement's status.");
      return;
    }
    var since =
        Spot.firstOf(
            spot.past("effective", ConditionMapper.start(statement.getEffective())),
            spot.past("dateAsserted", statement.getDateAssertedElement()));
    switch (statement.getStatus()) {
      case ENTEREDINERROR -> spot.leftOut(Spot.IN_ERROR);
      case ACTIVE -> add(statement, Status.ACTIVE, since, spot);
      case COMPLETED, STOPPED -> add(statement, Status.STOPPED, since, spot);
      case ONHOLD, UNKNOWN -> add(statement, Status.NOT_KNOWN, since, spot);
      case INTENDED, NOTTAKEN, NULL ->
          spot.leftOut("a medication the patient does not take (" + statement.getStatus() + ")");
    }
  }

  private void add(
      MedicationStatement statement, Status status, Optional<Instant> since, Spot spot) {
    drug(statement.getMedication(), spot)
        .ifPresent(drug ->
            spot.facts()
                .add(
                    new Medication(
                        drug,
                        status,
                        since,
                        dosage(statement.getDosage()),
                        DosingMapper.map(statement.getDosage(), spot.units()),
                        spot.provenance())));
  }

  private Optional<Coded> drug(Type medication, Spot spot) {
    return switch (medication) {
      case CodeableConcept concept -> spot.coded("medication", concept);
      case Reference reference -> referred(reference, spot);
      case null, default -> {
        spot.problem("medication", "no medication: which drug is it?", Spot.EXPORT_R4);
        yield Optional.empty();
      }
    };
  }

  private Optional<Coded> referred(Reference reference, Spot spot) {
    if (reference.getResource() instanceof org.hl7.fhir.r4.model.Medication contained) {
      return spot.coded("medicationReference", contained.getCode());
    }
    var name = reference.hasReference() ? reference.getReference() : "";
    var concept = byReference.get(name);
    if (concept != null) {
      return spot.coded("medicationReference", concept);
    }
    var words = Codes.words(reference.hasDisplay() ? reference.getDisplay() : "");
    if (words.isEmpty()) {
      spot.problem(
          "medicationReference",
          "it refers to " + (name.isEmpty() ? "nothing" : name) + ", which is not in the bundle",
          "Export the Medication resources with the orders, or give the medication's code.");
    }
    return words;
  }

  private static Optional<String> dosage(java.util.List<Dosage> dosages) {
    var words =
        dosages.stream()
            .filter(Dosage::hasText)
            .map(Dosage::getText)
            .collect(Collectors.joining("; "));
    return words.isBlank() ? Optional.empty() : Optional.of(words);
  }
}

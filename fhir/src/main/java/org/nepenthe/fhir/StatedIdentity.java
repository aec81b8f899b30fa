package org.nepenthe.fhir;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.nepenthe.care.chart.Identity.Sex;

/// Who a bundle says the patient is, before the clinic has looked whether it knows them.
///
/// @param identifierSystem who gave out the identifier, as a URI
/// @param identifier the medical record number where there is one
/// @param given given names, in order, separated by spaces; may be empty
/// @param sourceId the Patient resource's own name in its source
public record StatedIdentity(
    String identifierSystem,
    String identifier,
    String family,
    String given,
    LocalDate birthDate,
    Sex sex,
    Optional<Instant> deceasedAt,
    String sourceId) {}

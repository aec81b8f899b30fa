package org.nepenthe.care.chart;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import org.nepenthe.care.decision.PatientId;

/// Who the patient is.
///
/// @param identifierSystem who gave out the identifier, as a URI
/// @param identifier the medical record number or what stands for it, as the patient's papers show
/// @param given given names, in order, separated by spaces
public record Identity(
    PatientId id,
    String identifierSystem,
    String identifier,
    String family,
    String given,
    LocalDate birthDate,
    Sex sex,
    Optional<Instant> deceasedAt,
    Provenance provenance) {

  /// Administrative sex as FHIR has it; not known is a case of its own.
  public enum Sex {
    FEMALE("female"),
    MALE("male"),
    OTHER("other"),
    NOT_KNOWN("sex not known");

    private final String words;

    Sex(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  /// Whole years on a day.
  public int ageOn(LocalDate day) {
    return Period.between(birthDate, day).getYears();
  }
}

package org.nepenthe.clinic.platform.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.nepenthe.quantity.BodyWeight;

/// Whose page this is, from the record being read or written. Shown on every page of one patient
/// and on no page of several.
///
/// @param familyName shown in capitals
/// @param age in whole years, or empty where the birth date is unknown
/// @param sex in words; "sex unknown" is written out
/// @param allergies what is recorded; says nothing about what is not
/// @param allergiesKnown false where nobody has asked: an empty list is then not "none"
/// @param flags short words, such as "psychosis", "pregnancy", "difficult airway"
/// @param overridden each warning that somebody went past, in words: never hidden again
/// @param today protocol and infusion number, where there is one today
public record PatientBanner(
    String patientPath,
    String familyName,
    String givenNames,
    Optional<LocalDate> born,
    Optional<Integer> age,
    String sex,
    String identifier,
    boolean allergiesKnown,
    List<String> allergies,
    Optional<Weighed> weight,
    List<String> flags,
    List<String> overridden,
    Optional<String> today) {
  public PatientBanner {
    allergies = List.copyOf(allergies);
    flags = List.copyOf(flags);
    overridden = List.copyOf(overridden);
  }

  /// A body weight and when it was taken.
  public record Weighed(BodyWeight weight, Instant at) {}
}

package org.nepenthe.fhir;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;

/// The one unit the clinic keeps for each kind of measurement, by LOINC code.
///
/// The code's property (mass or amount per volume, pressure, count per time) decides what can be
/// converted: creatinine as mg/dL and as umol/L are two LOINC codes, and one is not the other.
final class AcceptedUnits {
  static final String BODY_WEIGHT = "29463-7";
  static final String SCORE = "{score}";

  private static final Map<String, String> BY_LOINC =
      Map.ofEntries(
          entry(BODY_WEIGHT, "kg"),
          entry("3141-9", "kg"), // body weight measured
          entry("8302-2", "cm"), // body height
          entry("39156-5", "kg/m2"), // body mass index
          entry("8480-6", "mm[Hg]"), // systolic
          entry("8462-4", "mm[Hg]"), // diastolic
          entry("8478-0", "mm[Hg]"), // mean
          entry("8867-4", "/min"), // heart rate
          entry("9279-1", "/min"), // respiratory rate
          entry("2708-6", "%"), // oxygen saturation
          entry("59408-5", "%"), // oxygen saturation by pulse oximetry
          entry("8310-5", "Cel"), // body temperature
          entry("2160-0", "mg/dL"), // creatinine, serum or plasma
          entry("38483-4", "mg/dL"), // creatinine, blood
          entry("98979-8", "mL/min/{1.73_m2}"), // eGFR, CKD-EPI 2021
          entry("33914-3", "mL/min/{1.73_m2}"), // eGFR, MDRD
          entry("1742-6", "U/L"), // alanine aminotransferase
          entry("1920-8", "U/L"), // aspartate aminotransferase
          entry("6768-6", "U/L"), // alkaline phosphatase
          entry("2324-2", "U/L"), // gamma glutamyl transferase
          entry("1975-2", "mg/dL"), // bilirubin, total
          entry("8636-3", "ms"), // QT corrected
          entry("44261-6", SCORE), // PHQ-9 total
          entry("44260-8", SCORE), // PHQ-9 item 9
          entry("75626-2", SCORE), // AUDIT-C total
          entry("70274-6", SCORE), // GAD-7 total
          entry("82667-7", SCORE), // DAST-10 total
          entry("72514-3", SCORE), // pain severity 0-10, verbal
          entry("38208-5", SCORE), // pain severity
          entry("91147-9", SCORE), // PEG mean
          entry("75893-8", SCORE)); // PEG item

  private AcceptedUnits() {}

  static Optional<String> of(String loinc) {
    return Optional.ofNullable(BY_LOINC.get(loinc));
  }

  /// Kinds of which there is always some.
  static boolean mustBeAboveZero(String loinc) {
    return of(loinc).filter(unit -> unit.equals("kg") || unit.equals("cm")).isPresent();
  }
}

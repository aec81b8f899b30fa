package org.nepenthe.care.chart;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.nepenthe.care.decision.Coded;

/// A recorded allergy or intolerance. An empty list of these says nothing about having none.
public record Allergy(
    Coded substance,
    Status status,
    Optional<String> reaction,
    Optional<Instant> since,
    Provenance provenance)
    implements Fact {

  /// SNOMED CT: no known allergy; drug allergy; food allergy; environmental allergy. They are
  /// findings about the patient, and would otherwise look like allergies to a strange substance.
  public static final Set<String> NONE_KNOWN =
      Set.of("716186003", "409137002", "429625007", "428607008");

  /// Those of them which say that no allergy to a drug is known.
  public static final Set<String> NO_DRUG_KNOWN = Set.of("716186003", "409137002");

  /// Whether the source still holds it to be true. Where it does not say, it is not known.
  public enum Status {
    ACTIVE,
    INACTIVE,
    NOT_KNOWN
  }
}

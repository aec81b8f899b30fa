package org.nepenthe.care.planning;

import java.util.List;
import java.util.Optional;
import org.nepenthe.care.planning.order.BodySize;
import org.nepenthe.care.planning.protocol.EarlierDose;
import org.nepenthe.quantity.BodyWeight;

/// What the record knows that a plan is held against.
///
/// @param lastWeight the weight before the dosing weight, to notice a slip or a true change
/// @param indication the entry of the knowledge for which the patient was referred
/// @param earlier every infusion given here before, of this and other courses
public record PlanFacts(
    Optional<BodyWeight> lastWeight,
    BodySize size,
    Optional<String> indication,
    List<EarlierDose> earlier) {
  public PlanFacts {
    earlier = List.copyOf(earlier);
  }

  /// Where nothing is known beside what was typed.
  public static PlanFacts none() {
    return new PlanFacts(Optional.empty(), BodySize.NOT_KNOWN, Optional.empty(), List.of());
  }

  public PlanFacts withLastWeight(BodyWeight weight) {
    return new PlanFacts(Optional.of(weight), size, indication, earlier);
  }
}

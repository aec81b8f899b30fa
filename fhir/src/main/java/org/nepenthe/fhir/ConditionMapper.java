package org.nepenthe.fhir;

import java.util.Set;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Type;
import org.nepenthe.care.chart.Condition;
import org.nepenthe.care.chart.Condition.Status;

/// Condition: a problem or diagnosis.
final class ConditionMapper {
  private static final Set<String> GOING_ON = Set.of("active", "recurrence", "relapse");
  private static final Set<String> OVER = Set.of("inactive", "remission", "resolved");
  private static final Set<String> NOT_SURE = Set.of("unconfirmed", "provisional", "differential");

  private ConditionMapper() {}

  static void map(org.hl7.fhir.r4.model.Condition condition, Spot spot) {
    var verified = code(condition.getVerificationStatus());
    if (verified.equals("entered-in-error")) {
      spot.leftOut(Spot.IN_ERROR);
      return;
    }
    if (verified.equals("refuted")) {
      spot.leftOut("the source says that the patient does not have it (refuted)");
      return;
    }
    var onset =
        Spot.firstOf(
            spot.past("onset", start(condition.getOnset())),
            spot.past("recordedDate", condition.getRecordedDateElement()));
    var abated = spot.past("abatement", start(condition.getAbatement()));
    spot.coded("code", condition.getCode())
        .ifPresent(code ->
            spot.facts()
                .add(
                    new Condition(
                        code,
                        status(condition.getClinicalStatus(), verified),
                        onset,
                        abated,
                        spot.provenance())));
  }

  private static Status status(CodeableConcept clinical, String verified) {
    var code = code(clinical);
    if (OVER.contains(code)) {
      return Status.INACTIVE;
    }
    return GOING_ON.contains(code) && !NOT_SURE.contains(verified)
        ? Status.ACTIVE
        : Status.NOT_KNOWN;
  }

  static String code(CodeableConcept concept) {
    var code = concept.getCodingFirstRep().getCode();
    return code == null ? "" : code;
  }

  /// The date in a choice of forms; an empty one where it is an age, a range or words.
  static BaseDateTimeType start(Type when) {
    return switch (when) {
      case DateTimeType date -> date;
      case Period period -> period.getStartElement();
      case null, default -> new DateTimeType();
    };
  }
}

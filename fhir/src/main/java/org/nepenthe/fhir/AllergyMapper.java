package org.nepenthe.fhir;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.nepenthe.care.chart.Allergy;
import org.nepenthe.care.chart.Allergy.Status;
import org.nepenthe.care.chart.Finding;
import org.nepenthe.care.decision.Coded;

/// AllergyIntolerance: an allergy, or the statement that none is known.
final class AllergyMapper {
  private static final Coded STATED = new Coded.Unrecognised("", "", "stated by the source");

  private AllergyMapper() {}

  static void map(AllergyIntolerance allergy, Spot spot) {
    var verified = ConditionMapper.code(allergy.getVerificationStatus());
    if (verified.equals("entered-in-error")) {
      spot.leftOut(Spot.IN_ERROR);
      return;
    }
    if (verified.equals("refuted")) {
      spot.leftOut("the source says that the patient does not have it (refuted)");
      return;
    }
    var since =
        Spot.firstOf(
            spot.past("onset", ConditionMapper.start(allergy.getOnset())),
            spot.past("recordedDate", allergy.getRecordedDateElement()));
    spot.coded("code", allergy.getCode())
        .ifPresent(substance -> add(allergy, substance, since, spot));
  }

  private static void add(
      AllergyIntolerance allergy, Coded substance, Optional<Instant> since, Spot spot) {
    if (!Allergy.NONE_KNOWN.contains(substance.code())) {
      spot.facts()
          .add(
              new Allergy(substance, status(allergy), reaction(allergy), since, spot.provenance()));
    } else if (since.isPresent()) {
      spot.facts().add(new Finding(substance, STATED, since.get(), spot.provenance()));
    } else {
      spot.leftOut("“" + substance.display() + "” without a date says nothing about today");
    }
  }

  private static Status status(AllergyIntolerance allergy) {
    return switch (ConditionMapper.code(allergy.getClinicalStatus())) {
      case "active" -> Status.ACTIVE;
      case "inactive", "resolved" -> Status.INACTIVE;
      default -> Status.NOT_KNOWN;
    };
  }

  private static Optional<String> reaction(AllergyIntolerance allergy) {
    var words =
        allergy.getReaction().stream()
            .flatMap(reaction -> reaction.getManifestation().stream())
            .flatMap(manifestation -> Codes.read(manifestation, Coded.Unrecognised::new).stream())
            .map(Coded::display)
            .distinct()
            .collect(Collectors.joining(", "));
    return words.isEmpty() ? Optional.empty() : Optional.of(words);
  }
}

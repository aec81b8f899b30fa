package org.nepenthe.fhir;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.nepenthe.care.chart.Identity.Sex;

/// Patient: who it is.
final class PatientMapper {
  private static final int FULL_DATE = "2000-01-01".length();

  private PatientMapper() {}

  static Optional<StatedIdentity> map(Patient patient, Spot spot) {
    var identifier = identifier(patient, spot);
    var name = name(patient, spot);
    var born = born(patient, spot);
    var deceased = deceased(patient, spot);
    if (!spot.problems().none() || identifier.isEmpty() || name.isEmpty() || born.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new StatedIdentity(
            identifier.get().getSystem(),
            identifier.get().getValue().strip(),
            family(name.get()),
            given(name.get()),
            born.get(),
            sex(patient),
            deceased,
            spot.sourceId()));
  }

  private static Optional<Identifier> identifier(Patient patient, Spot spot) {
    var best =
        patient.getIdentifier().stream()
            .filter(i -> i.hasSystem() && i.hasValue() && !i.getValue().isBlank())
            .min(Comparator.comparingInt(PatientMapper::rank));
    if (best.isEmpty()) {
      spot.problem(
          "identifier",
          "no identifier with a system and a value",
          "Add the medical record number: without it the clinic cannot know the patient again.");
    }
    return best;
  }

  /// The record number first; numbers of licences and offices only where there is nothing else.
  private static int rank(Identifier identifier) {
    if (Codes.has(identifier.getType(), "MR")) {
      return 0;
    }
    return identifier.hasType() ? 2 : 1;
  }

  private static Optional<HumanName> name(Patient patient, Spot spot) {
    var best =
        patient.getName().stream()
            .filter(n -> n.hasFamily() || n.hasText())
            .min(Comparator.comparingInt(PatientMapper::rank));
    if (best.isEmpty()) {
      spot.problem("name", "no family name", "Add the patient's name.");
    }
    return best;
  }

  private static int rank(HumanName name) {
    if (!name.hasUse()) {
      return 1;
    }
    return switch (name.getUse()) {
      case OFFICIAL -> 0;
      case USUAL -> 1;
      case TEMP, NICKNAME, ANONYMOUS, OLD, MAIDEN, NULL -> 2;
    };
  }

  private static String family(HumanName name) {
    return (name.hasFamily() ? name.getFamily() : name.getText()).strip();
  }

  private static String given(HumanName name) {
    return name.hasFamily()
        ? name.getGiven().stream()
            .map(PrimitiveType::getValueAsString)
            .collect(Collectors.joining(" "))
            .strip()
        : "";
  }

  private static Optional<LocalDate> born(Patient patient, Spot spot) {
    DateType birth = patient.getBirthDateElement();
    if (birth.isEmpty() || birth.getValueAsString().length() != FULL_DATE) {
      spot.problem(
          "birthDate", "no full date of birth", "Give year, month and day: doses depend on age.");
      return Optional.empty();
    }
    return spot.past("birthDate", birth).map(_ -> LocalDate.parse(birth.getValueAsString()));
  }

  private static Optional<Instant> deceased(Patient patient, Spot spot) {
    if (patient.hasDeceasedBooleanType() && patient.getDeceasedBooleanType().booleanValue()) {
      spot.problem(
          "deceasedBoolean",
          "the patient is recorded as deceased, without a date",
          "Correct the source: give the date, or take the mark away if it is wrong.");
    }
    return patient.hasDeceasedDateTimeType()
        ? spot.past("deceasedDateTime", patient.getDeceasedDateTimeType())
        : Optional.empty();
  }

  private static Sex sex(Patient patient) {
    if (!patient.hasGender()) {
      return Sex.NOT_KNOWN;
    }
    return switch (patient.getGender()) {
      case FEMALE -> Sex.FEMALE;
      case MALE -> Sex.MALE;
      case OTHER -> Sex.OTHER;
      case UNKNOWN, NULL -> Sex.NOT_KNOWN;
    };
  }
}

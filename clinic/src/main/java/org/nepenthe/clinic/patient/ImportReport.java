package org.nepenthe.clinic.patient;

import java.util.List;
import java.util.SortedMap;
import org.nepenthe.care.decision.Coded;
import org.nepenthe.care.decision.PatientId;
import org.nepenthe.fhir.NotTaken;
import org.nepenthe.fhir.Problem;

/// What became of one file.
public sealed interface ImportReport {
  String fileName();

  /// Everything the clinic keeps is in the chart.
  ///
  /// @param newPatient whether the clinic did not know the patient before
  /// @param identityChanged whether name, date of birth or sex were stated otherwise before
  /// @param kinds how many facts of each kind were new, changed or already known
  /// @param otherKinds how many resources of each kind the clinic does not keep
  /// @param unrecognised codes without a meaning here; they stay visible in the chart
  record Taken(
      String fileName,
      PatientId patient,
      String name,
      boolean newPatient,
      boolean identityChanged,
      SortedMap<String, Counts> kinds,
      List<NotTaken> notTaken,
      SortedMap<String, Integer> otherKinds,
      List<Coded.Unrecognised> unrecognised)
      implements ImportReport {

    /// True where the file said nothing new.
    public boolean nothingNew() {
      return !newPatient
          && !identityChanged
          && kinds.values().stream().allMatch(c -> c.added() == 0 && c.changed() == 0);
    }

    public Counts total() {
      return kinds.values().stream().reduce(Counts.NONE, Counts::plus);
    }
  }

  /// Nothing was stored.
  record Refused(String fileName, List<Problem> problems) implements ImportReport {}

  /// How many facts were not known before, known otherwise, and known just so.
  record Counts(int added, int changed, int known) {
    static final Counts NONE = new Counts(0, 0, 0);

    Counts plus(Counts other) {
      return new Counts(added + other.added, changed + other.changed, known + other.known);
    }
  }

  /// The name of a kind of fact as people say it.
  static String words(String kind) {
    return switch (kind) {
      case "Condition" -> "Problems";
      case "Medication" -> "Medications";
      case "Measurement" -> "Measurements";
      case "Finding" -> "Findings in words";
      case "Allergy" -> "Allergies";
      case "ProcedureDone" -> "Procedures";
      case "Withdrawn" -> "Taken back by the source";
      default -> kind;
    };
  }

  /// One line for people: `chart.json: taken over: 74 new, 0 changed, 0 already known`.
  default String line() {
    return switch (this) {
      case Taken taken ->
          "%s: %s: %d new, %d changed, %d already known"
              .formatted(
                  fileName(),
                  taken.nothingNew() ? "nothing new" : "taken over",
                  taken.total().added(),
                  taken.total().changed(),
                  taken.total().known());
      case Refused refused ->
          "%s: refused, nothing stored: %s: %s%s"
              .formatted(
                  fileName(),
                  refused.problems().getFirst().where(),
                  refused.problems().getFirst().what(),
                  refused.problems().size() > 1
                      ? " (and " + (refused.problems().size() - 1) + " more)"
                      : "");
    };
  }
}

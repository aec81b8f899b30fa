package org.nepenthe.fhir;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.nepenthe.care.chart.Fact;
import org.nepenthe.care.chart.Provenance;
import org.nepenthe.care.chart.Vocabulary;
import org.nepenthe.care.chart.Withdrawn;
import org.nepenthe.care.decision.Coded;
import org.nepenthe.care.decision.Reading;

/// One resource of a bundle while it is being read: its place, its name, and where its facts and
/// faults go.
record Spot(
    String where,
    String source,
    String sourceId,
    Receipt receipt,
    Vocabulary vocabulary,
    Units units,
    List<Fact> facts,
    List<NotTaken> notTaken,
    Problems problems) {

  static final String IN_ERROR = "the source marked it as entered in error";
  static final String EXPORT_R4 = "Export the bundle as FHIR R4 (4.0.1).";

  Provenance provenance() {
    return provenance("");
  }

  /// @param part of the resource, where one resource holds several facts; empty for the whole
  Provenance provenance(String part) {
    var id = part.isEmpty() ? sourceId : sourceId + "#" + part;
    return new Provenance(source, id, receipt.at(), receipt.by());
  }

  void problem(String element, String what, String mend) {
    problems.add(where + ", " + element, what, mend);
  }

  void leftOut(String why) {
    notTaken.add(new NotTaken(where, why));
  }

  /// The resource says nothing that a chart can hold. If the chart holds an earlier version of it,
  /// that must not count any longer: a diagnosis may since have been refuted.
  void saysNothing() {
    var why = notTaken.isEmpty() ? "" : notTaken.getLast().why();
    facts.add(new Withdrawn(why, provenance()));
  }

  /// The concept's meaning; where it has none the fault is noted.
  Optional<Coded> coded(String element, CodeableConcept concept) {
    var coded = Codes.read(concept, vocabulary);
    if (coded.isEmpty()) {
      problem(
          element, "neither a code nor words: what is it?", "Give a coding, or at least the text.");
    }
    return coded;
  }

  /// A date which must lie in the past; empty where there is none or it cannot be used, and then
  /// the fault is noted.
  Optional<Instant> past(String element, BaseDateTimeType date) {
    if (date.isEmpty()) {
      return Optional.empty();
    }
    return moment(element, date, receipt.zone()).filter(at -> notInTheFuture(element, date, at));
  }

  private Optional<Instant> moment(String element, BaseDateTimeType date, ZoneId zone) {
    try {
      return Optional.of(Moments.earliest(date, zone));
    } catch (IllegalArgumentException noZone) {
      problem(
          element,
          noZone.getMessage() == null ? "a time without its zone" : noZone.getMessage(),
          "Give the offset, such as 2026-03-01T09:30:00-05:00.");
      return Optional.empty();
    }
  }

  private boolean notInTheFuture(String element, BaseDateTimeType date, Instant at) {
    if (at.isAfter(receipt.at().plus(Reading.CLOCK_TOLERANCE))) {
      problem(
          element,
          "the date " + date.getValueAsString() + " lies in the future",
          "Correct the date in the source, or look whether one of the two clocks is wrong.");
      return false;
    }
    return true;
  }

  /// The first of several elements that has a date.
  @SafeVarargs
  static Optional<Instant> firstOf(Optional<Instant>... dates) {
    var all = new ArrayList<Instant>();
    for (var date : dates) {
      date.ifPresent(all::add);
    }
    return all.stream().findFirst();
  }
}

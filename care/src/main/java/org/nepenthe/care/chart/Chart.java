package org.nepenthe.care.chart;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A patient's facts as they are known now. That something is not on a list never says that it is
/// not so.
public record Chart(
    Identity identity,
    List<Condition> conditions,
    List<Medication> medications,
    List<Measurement> measurements,
    List<Finding> findings,
    List<Allergy> allergies,
    List<ProcedureDone> procedures) {
  public Chart {
    conditions = List.copyOf(conditions);
    medications = List.copyOf(medications);
    measurements = List.copyOf(measurements);
    findings = List.copyOf(findings);
    allergies = List.copyOf(allergies);
    procedures = List.copyOf(procedures);
  }

  /// Sorts facts into a chart. Withdrawn ones no longer count and are left out.
  public static Chart of(Identity identity, List<? extends Fact> facts) {
    return new Chart(
        identity,
        only(facts, Condition.class),
        only(facts, Medication.class),
        only(facts, Measurement.class),
        only(facts, Finding.class),
        only(facts, Allergy.class),
        only(facts, ProcedureDone.class));
  }

  private static <T> List<T> only(List<? extends Fact> facts, Class<T> kind) {
    return facts.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /// The newest measurement with one of the LOINC codes, not later than a moment.
  public Optional<Measurement> latest(List<String> loincCodes, Instant notAfter) {
    return measurements.stream()
        .filter(m -> !m.at().isAfter(notAfter) && loincCodes.contains(m.what().code()))
        .max(Comparator.comparing(Measurement::at));
  }
}

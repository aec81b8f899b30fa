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
    List<Allergy> allergies,
    List<ProcedureDone> procedures) {
  public Chart {
    conditions = List.copyOf(conditions);
    medications = List.copyOf(medications);
    measurements = List.copyOf(measurements);
    allergies = List.copyOf(allergies);
    procedures = List.copyOf(procedures);
  }

  /// The newest measurement with one of the LOINC codes, not later than a moment.
  public Optional<Measurement> latest(List<String> loincCodes, Instant notAfter) {
    return measurements.stream()
        .filter(m -> !m.at().isAfter(notAfter) && loincCodes.contains(code(m)))
        .max(Comparator.comparing(Measurement::at));
  }

  private static String code(Measurement measurement) {
    return switch (measurement.what()) {
      case org.nepenthe.care.decision.Coded.Known known -> known.code();
      case org.nepenthe.care.decision.Coded.Unrecognised unrecognised -> unrecognised.code();
    };
  }
}

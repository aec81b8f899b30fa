package org.nepenthe.care.chart;

/// Anything a chart holds about a patient, with where it came from.
public sealed interface Fact
    permits Allergy, Condition, Finding, Measurement, Medication, ProcedureDone, Withdrawn {
  Provenance provenance();
}

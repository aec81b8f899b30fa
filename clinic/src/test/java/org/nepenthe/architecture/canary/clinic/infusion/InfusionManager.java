package org.nepenthe.architecture.canary.clinic.infusion;

/// Breaks: a name that says nothing.
class InfusionManager {
  /// Breaks: a name that says what a type is used for.
  record PatientDTO(String name) {}
}

package org.nepenthe.clinic.infusion;

/// The infusion named is not this patient's, or does not exist. Nothing was written.
public final class WrongInfusion extends RuntimeException {
  private static final long serialVersionUID = 1L;
}

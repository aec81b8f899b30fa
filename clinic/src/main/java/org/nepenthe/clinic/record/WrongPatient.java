package org.nepenthe.clinic.record;

/// A write named one patient and a stream of another. Nothing was written.
public final class WrongPatient extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public WrongPatient() {
    super("this record belongs to another patient");
  }
}

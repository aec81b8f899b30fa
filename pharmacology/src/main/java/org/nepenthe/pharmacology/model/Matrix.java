package org.nepenthe.pharmacology.model;

/// Which blood a model's concentrations were measured in. Early in an infusion arterial
/// concentrations lie well above venous ones, so curves of two matrices are not one quantity.
public enum Matrix {
  ARTERIAL("arterial plasma"),
  VENOUS("venous plasma"),
  /// No source that was read says which.
  UNSPECIFIED("plasma, sampling site not stated");

  private final String plainWords;

  Matrix(String plainWords) {
    this.plainWords = plainWords;
  }

  /// What a clinician reads beside the curve.
  public String plainWords() {
    return plainWords;
  }
}

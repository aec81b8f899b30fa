package org.nepenthe.quantity;

/// Which ketamine a mass is of, counted as base. Milligrams of the two are never added or compared.
public enum Moiety {
  /// Equal parts of both enantiomers; the ordinary product.
  RACEMIC_KETAMINE("ketamine"),
  /// The S-enantiomer alone; a different product with a different strength of effect.
  ESKETAMINE("esketamine");

  private final String genericName;

  Moiety(String genericName) {
    this.genericName = genericName;
  }

  /// The generic drug name, lower case, never abbreviated.
  public String genericName() {
    return genericName;
  }
}

package org.nepenthe.pharmacology.model;

/// What a concentration is of: the drug that was given, or what the body makes of it. Of the same
/// enantiomers as what was given: after esketamine, norketamine is S-norketamine.
public enum Analyte {
  /// C13H16ClNO.
  KETAMINE("ketamine", 237.73),
  /// C12H14ClNO.
  NORKETAMINE("norketamine", 223.70),
  /// C12H14ClNO2, all isomers that a source counts together.
  HYDROXYNORKETAMINE("hydroxynorketamine", 239.70);

  private final String plainWords;
  private final double molarMass;

  Analyte(String plainWords, double molarMass) {
    this.plainWords = plainWords;
    this.molarMass = molarMass;
  }

  /// What a clinician reads beside the curve.
  public String plainWords() {
    return plainWords;
  }

  /// Of the base, in g/mol; 1 nmol/mL is as many ng/mL.
  public double molarMass() {
    return molarMass;
  }
}

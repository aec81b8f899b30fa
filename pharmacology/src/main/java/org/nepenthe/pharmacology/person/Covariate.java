package org.nepenthe.pharmacology.person;

/// A fact about a person that a model uses, or that its domain is stated in.
public enum Covariate {
  BODY_WEIGHT("Body weight", "kg"),
  AGE("Age", "years"),
  ETHNICITY("Ethnicity", "");

  private final String title;
  private final String unit;

  Covariate(String title, String unit) {
    this.title = title;
    this.unit = unit;
  }

  /// As a label reads.
  public String title() {
    return title;
  }

  /// As a person reads it; empty where there is none.
  public String unit() {
    return unit;
  }
}

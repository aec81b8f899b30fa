package org.nepenthe.care.screening.rules;

/// What stays forbidden after a contraindication was overridden.
public enum Restriction {
  /// Guideline question 2: none to people with an active substance use disorder.
  NO_SERIAL_INFUSIONS("no serial infusions: a single infusion only");

  private final String words;

  Restriction(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}

package org.nepenthe.care.screening.rules;

/// What a rule that is met means for eligibility.
public enum Bearing {
  /// A contraindication nobody may override.
  ABSOLUTE("absolute contraindication"),
  /// A contraindication a physician may override with a coded reason.
  RELATIVE("relative contraindication"),
  /// Something to mind that does not stand in the way.
  PRECAUTION("precaution"),
  /// A test that is due before the first infusion.
  TEST("test before the first infusion");

  private final String words;

  Bearing(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}

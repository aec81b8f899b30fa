package org.nepenthe.knowledge.medicine;

/// How much an interaction matters, from worst to least. What nobody studied is a word of its own
/// and is not the least.
public enum Severity {
  AVOID("avoid"),
  MAJOR("major"),
  MODERATE("moderate"),
  NOT_STUDIED("not studied"),
  MINOR("minor");

  private final String words;

  Severity(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}

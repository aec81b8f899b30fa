package org.nepenthe.pharmacology.person;

/// The groups in which one published model estimated other parameters, as it names them. They stand
/// for what the source measured, not for what a person is.
public enum Ethnicity {
  JAPANESE("Japanese"),
  OTHER_ASIAN("Asian, not Japanese"),
  NOT_ASIAN("not Asian");

  private final String plainWords;

  Ethnicity(String plainWords) {
    this.plainWords = plainWords;
  }

  public String plainWords() {
    return plainWords;
  }
}

package org.nepenthe.clinic.overriding;

/// What kind of warning it is that somebody may go past.
public enum Kind {
  CONTRAINDICATION("Relative contraindication"),
  SOFT_CAP("Soft cap of dose"),
  OTHER_INDICATION("Another indication"),
  WEIGHT_CHANGE("Large change of weight"),
  TAKEN("Taken since yesterday");

  private final String words;

  Kind(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}

package org.nepenthe.care.planning.series;

/// Which part of a course an infusion belongs to.
public enum Phase {
  INDUCTION("induction"),
  MAINTENANCE("maintenance"),
  BOOSTER("booster");

  private final String words;

  Phase(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}

package org.nepenthe.care.planning.cotherapy;

/// What becomes of a therapy beside ketamine.
public enum Stance {
  GOES_ON("goes on as usual"),
  HELD_ON_THE_DAY("held on the day"),
  ASK_PRESCRIBER("its prescriber is asked"),
  TAPERED("tapered"),
  STOPPED("stopped");

  private final String words;

  Stance(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}

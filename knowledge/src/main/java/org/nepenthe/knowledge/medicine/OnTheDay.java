package org.nepenthe.knowledge.medicine;

/// What a patient does with a medicine on the day of an infusion. The entry says it in full.
public enum OnTheDay {
  TAKE_AS_USUAL("take as usual"),
  HOLD("leave out"),
  ASK_PRESCRIBER("ask whoever prescribes it"),
  DO_NOT_START_IF_TAKEN("no infusion if taken");

  private final String words;

  OnTheDay(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}

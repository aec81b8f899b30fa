package org.nepenthe.care.screening.interview;

/// What somebody says to a question of the interview.
public enum Answer {
  PRESENT("present"),
  ABSENT("absent"),
  NOT_KNOWN("not known");

  private final String words;

  Answer(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}

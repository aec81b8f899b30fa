package org.nepenthe.care.followup;

/// What is decided at the end of a look back. None of them raises a dose.
public enum CourseDecision {
  REPEAT("Repeat", "another infusion as before; the next course starts with screening"),
  SPACE_OUT("Space out", "infusions further apart"),
  REDUCE("Reduce", "a smaller dose"),
  STOP("Stop", "no more ketamine"),
  REFER("Refer", "to another service");

  private final String words;
  private final String means;

  CourseDecision(String words, String means) {
    this.words = words;
    this.means = means;
  }

  public String words() {
    return words;
  }

  public String means() {
    return means;
  }
}

package org.nepenthe.care.alert;

/// How soon somebody has to look, in the order of IEC 60601-1-8.
public enum Priority {
  LOW("!", "low"),
  MEDIUM("!!", "medium"),
  HIGH("!!!", "high");

  private final String mark;
  private final String words;

  Priority(String mark, String words) {
    this.mark = mark;
    this.words = words;
  }

  /// The mark that makes the priority legible without colour.
  public String mark() {
    return mark;
  }

  public String words() {
    return words;
  }
}

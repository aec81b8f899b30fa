package org.nepenthe.care.alert;

/// What an alert advises. There is no step that says to go on.
public enum Step {
  NONE("nothing beyond looking"),
  WATCH("watch"),
  HOLD("hold"),
  STOP("stop");

  private final String words;

  Step(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}

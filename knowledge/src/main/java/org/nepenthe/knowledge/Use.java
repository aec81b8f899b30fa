package org.nepenthe.knowledge;

/// Whether a number may be used as it is shipped. One that nobody could verify never may.
public enum Use {
  IN_FORCE("in force"),
  SITE_MUST_CONFIRM("the site must confirm this value before it is used"),
  OFF("off: a setting the site may turn on");

  private final String words;

  Use(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}

package org.nepenthe.knowledge;

/// Whether something is used as it is shipped. A number that nobody could verify is at best used
/// until the site confirms or changes it, and is shown as such wherever it is used.
public enum Use {
  IN_FORCE("in force"),
  SITE_MUST_CONFIRM("the site must confirm this"),
  OFF("off: a setting the site may turn on");

  private final String words;

  Use(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}

package org.nepenthe.clinic.platform.web;

/// A part of the clinic that stands in the navigation, in the order in which it stands there.
public enum Section {
  TODAY("Today", "/"),
  PATIENTS("Patients", "/patients"),
  CALENDAR("Calendar", "/calendar"),
  KNOWLEDGE("Knowledge", "/knowledge"),
  LABORATORY("PK laboratory", "/laboratory"),
  OVERRIDES("Overrides", "/overrides"),
  LOG("Log", "/log"),
  USERS("Users", "/users");

  private final String words;
  private final String path;

  Section(String words, String path) {
    this.words = words;
    this.path = path;
  }

  public String words() {
    return words;
  }

  public String path() {
    return path;
  }
}

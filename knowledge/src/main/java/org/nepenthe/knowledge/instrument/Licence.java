package org.nepenthe.knowledge.instrument;

/// Who may use the text of an instrument, as far as it could be found out.
public enum Licence {
  FREE("free to use"),
  FREE_WITH_ATTRIBUTION("free with the author named"),
  PERMISSION_NEEDED("permission needed"),
  UNRESOLVED("claim not settled"),
  UNKNOWN("licence not known");

  private final String words;

  Licence(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}

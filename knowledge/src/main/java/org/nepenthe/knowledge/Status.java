package org.nepenthe.knowledge;

/// How far a site's clinicians have taken an entry. Everything shipped is a draft.
public enum Status {
  DRAFT("draft: no clinician of this site has reviewed this"),
  REVIEWED("reviewed"),
  APPROVED("approved"),
  RETIRED("retired: no longer used");

  private final String words;

  Status(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}

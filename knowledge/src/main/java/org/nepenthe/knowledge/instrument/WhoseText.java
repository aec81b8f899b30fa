package org.nepenthe.knowledge.instrument;

/// Whose words the items of an instrument have here.
public enum WhoseText {
  /// As published.
  SHIPPED("the published text"),
  /// In words of this base: what the items ask, not how they were validated.
  OWN_WORDS("in our own words"),
  /// Not here: whoever has the owner's permission puts the text in.
  SITE_LOADS("not shipped: the site puts it in");

  private final String words;

  WhoseText(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}

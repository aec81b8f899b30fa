package org.nepenthe.knowledge.medicine;

/// How ketamine enters the body. What is true by one route need not be true by another.
public enum Route {
  INTRAVENOUS("by vein"),
  INTRAMUSCULAR("into a muscle"),
  SUBCUTANEOUS("under the skin"),
  INTRANASAL("by nose"),
  SUBLINGUAL("under the tongue"),
  ORAL("by mouth");

  private final String words;

  Route(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}

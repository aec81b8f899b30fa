package org.nepenthe.pharmacology.regimen;

/// By which way a dose enters the body.
public enum Route {
  INTRAVENOUS("intravenous"),
  INTRAMUSCULAR("intramuscular"),
  SUBCUTANEOUS("subcutaneous"),
  INTRANASAL("intranasal"),
  /// Held in the mouth: under the tongue or in the cheek.
  SUBLINGUAL("sublingual or buccal"),
  ORAL("oral");

  private final String plainWords;

  Route(String plainWords) {
    this.plainWords = plainWords;
  }

  public String plainWords() {
    return plainWords;
  }
}

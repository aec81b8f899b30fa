package org.nepenthe.care.infusion;

import java.math.BigDecimal;

/// A drug given beside the infusion, as it was given.
///
/// @param drug the key of the drug in the knowledge base
/// @param name the generic name as it read then
public record RescueDose(String drug, String name, BigDecimal amount, String unit, Route route) {
  /// The way it went in.
  public enum Route {
    IV("IV"),
    IM("IM"),
    SC("SC"),
    PO("by mouth"),
    IN("nasal"),
    INHALED("inhaled");

    private final String words;

    Route(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  public RescueDose {
    if (amount.signum() <= 0) {
      throw new IllegalArgumentException(
          "amount of " + name + " must be above 0 " + unit + ", was " + amount.toPlainString());
    }
  }

  public String words() {
    return name
        + " "
        + amount.stripTrailingZeros().toPlainString()
        + " "
        + unit
        + " "
        + route.words();
  }
}

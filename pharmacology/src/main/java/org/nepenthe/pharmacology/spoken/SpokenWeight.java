package org.nepenthe.pharmacology.spoken;

import org.nepenthe.quantity.BodyWeight;

/// A body weight as people write it: `70 kg`, `154 lb`.
public final class SpokenWeight {
  private SpokenWeight() {}

  /// @throws Unclear if the unit is missing or unknown, or the number can be misread
  public static BodyWeight parse(String text) {
    var said = SpokenNumber.parse(text, text);
    return switch (said.unit()) {
      case "kg" -> new BodyWeight(said.number());
      case "lb", "lbs" -> BodyWeight.ofPounds(said.number().toPlainString());
      case "" ->
          throw new Unclear(
              "'" + text + "': kg or lb? Taking one for the other would halve or double the dose");
      default -> throw new Unclear("'" + text + "': a body weight is said in kg or lb");
    };
  }
}

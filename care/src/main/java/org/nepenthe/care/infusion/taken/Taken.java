package org.nepenthe.care.infusion.taken;

/// What a patient says of one thing that sedates.
///
/// @param item its key in the knowledge
/// @param words its name as it read then
/// @param howMuch in the patient's words, with number and unit: `three glasses of wine`; empty
///     unless it was taken
/// @param when in the patient's words: `last at ten in the evening`; empty unless it was taken
public record Taken(String item, String words, Said said, String howMuch, String when) {

  /// What was said. What nobody knows is never taken for nothing.
  public enum Said {
    NONE("none"),
    TAKEN("taken"),
    NOT_KNOWN("not known");

    private final String words;

    Said(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  /// Whether a physician has to decide before the start.
  public boolean asksAPhysician() {
    return said != Said.NONE;
  }

  /// `Alcohol: taken, three glasses of wine, last at ten in the evening`
  public String sentence() {
    return words
        + ": "
        + said.words()
        + (howMuch.isBlank() ? "" : ", " + howMuch)
        + (when.isBlank() ? "" : ", " + when);
  }
}

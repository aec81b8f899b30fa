package org.nepenthe.care.infusion.recovery;

/// One thing that stands between the patient and the door.
///
/// @param words what is missing and how to mend it
public record Missing(Item item, String words) {
  /// What the gate asks for.
  public enum Item {
    PUMP_OFF("Pump off"),
    OBSERVATION_TIME("Observation time"),
    SCORE("Recovery score"),
    ORIENTATION("Orientation"),
    VITALS("Vital signs"),
    ADVERSE_EVENTS("Adverse events"),
    ESCORT("Escort"),
    DRIVING_ADVICE("No-driving advice");

    private final String words;

    Item(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }
}

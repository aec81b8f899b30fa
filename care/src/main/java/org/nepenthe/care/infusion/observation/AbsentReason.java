package org.nepenthe.care.infusion.observation;

/// Why somebody who looked got no value.
public enum AbsentReason {
  ASLEEP("asleep, not woken"),
  REFUSED("patient refused"),
  UNABLE("patient unable to answer"),
  SENSOR_OFF("sensor off or not reading"),
  ARTEFACT("artefact"),
  NOT_AVAILABLE("equipment not available");

  private final String words;

  AbsentReason(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}

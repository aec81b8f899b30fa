package org.nepenthe.care.infusion.observation;

/// How a set of observations came into the record.
public enum ObservationSource {
  BY_HAND("by hand"),
  DEVICE("device"),
  /// From a chair whose patient is invented; never from a person.
  SIMULATED("simulated");

  private final String words;

  ObservationSource(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}

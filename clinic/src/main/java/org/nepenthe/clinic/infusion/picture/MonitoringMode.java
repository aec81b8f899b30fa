package org.nepenthe.clinic.infusion.picture;

/// Whether the clinic's screens judge what is observed.
public enum MonitoringMode {
  /// Observations are recorded and shown; nothing is judged and nobody is called.
  RECORD_ONLY(
      "record-only", "Record only: no limits are watched here. The bedside monitor is the alarm."),
  /// Limits of the knowledge base give alerts and advice.
  ADVISORY("advisory", "Secondary display: the bedside monitor is the alarm.");

  private final String code;
  private final String line;

  MonitoringMode(String code, String line) {
    this.code = code;
    this.line = line;
  }

  public String code() {
    return code;
  }

  /// What stands on every live page.
  public String line() {
    return line;
  }

  /// The mode a setting names.
  public static MonitoringMode of(String code) {
    for (var mode : values()) {
      if (mode.code.equals(code)) {
        return mode;
      }
    }
    throw new IllegalArgumentException(
        "nepenthe.monitoring must be record-only or advisory, was " + code);
  }
}

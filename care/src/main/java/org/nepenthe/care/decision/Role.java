package org.nepenthe.care.decision;

/// What somebody is to the clinic, which says what they may do.
public enum Role {
  PHYSICIAN("physician"),
  NURSE("nurse"),
  PHARMACIST("pharmacist"),
  FRONT_DESK("front desk"),
  AUDITOR("auditor"),
  ADMINISTRATOR("administrator"),
  /// The running system itself, when it records what it noticed.
  SYSTEM("system");

  private final String words;

  Role(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}

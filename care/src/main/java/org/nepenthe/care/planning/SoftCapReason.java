package org.nepenthe.care.planning;

/// Why a prescriber exceeds a soft cap.
public enum SoftCapReason {
  EARLIER_INFUSION_TOLERATED_WITHOUT_EFFECT("an earlier infusion was tolerated and had no effect"),
  BODY_WEIGHT("the dose per kilogram is usual; the patient is heavy"),
  SPECIALIST_ADVICE("advice of a specialist centre, noted in the chart");

  private final String words;

  SoftCapReason(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}

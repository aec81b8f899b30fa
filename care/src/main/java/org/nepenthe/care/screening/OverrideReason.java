package org.nepenthe.care.screening;

/// Why a physician goes on in spite of a relative contraindication.
public enum OverrideReason {
  BENEFIT_OUTWEIGHS_RISK("expected benefit outweighs the risk in this patient"),
  SPECIALIST_AGREES("the specialist responsible for the condition agrees"),
  CONDITION_TREATED("the condition is now treated and watched"),
  NO_ALTERNATIVE("other therapies have failed or cannot be given");

  private final String words;

  OverrideReason(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}

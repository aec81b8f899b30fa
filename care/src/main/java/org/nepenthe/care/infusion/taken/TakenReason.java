package org.nepenthe.care.infusion.taken;

/// Why a physician lets an infusion start although something sedating was taken, or nobody knows.
public enum TakenReason {
  EXAMINED("examined: awake, oriented, breathing normally"),
  USUAL_FOR_THE_PATIENT("usual for this patient, and tolerated with ketamine before"),
  WATCHED_MORE_CLOSELY("watched more closely, with help at hand"),
  CANNOT_BE_FOUND_OUT("cannot be found out, and nothing in the patient points to it");

  private final String words;

  TakenReason(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}

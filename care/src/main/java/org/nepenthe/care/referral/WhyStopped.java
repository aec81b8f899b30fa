package org.nepenthe.care.referral;

/// Why a therapy was given up.
public enum WhyStopped {
  NO_BENEFIT("no benefit"),
  TOO_LITTLE_BENEFIT("too little benefit"),
  ADVERSE_EFFECTS("adverse effects"),
  CONTRAINDICATED("became contraindicated"),
  PATIENT_CHOICE("the patient's choice"),
  NOT_STATED("not stated");

  private final String words;

  WhyStopped(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}

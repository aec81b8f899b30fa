package org.nepenthe.care.referral;

/// What sort of therapy something is.
public enum TherapyKind {
  ANTIDEPRESSANT("antidepressant for pain"),
  GABAPENTINOID("gabapentinoid"),
  OPIOID("opioid"),
  ANTI_INFLAMMATORY("anti-inflammatory or paracetamol"),
  TOPICAL("topical medicine"),
  OTHER_MEDICINE("other medicine"),
  PHYSIOTHERAPY("physiotherapy"),
  PSYCHOLOGICAL("psychological therapy"),
  INTERVENTION("injection, block or procedure"),
  NEUROMODULATION("neuromodulation"),
  SURGERY("surgery"),
  OTHER("other");

  private final String words;

  TherapyKind(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}

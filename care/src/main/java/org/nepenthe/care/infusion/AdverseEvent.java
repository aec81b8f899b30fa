package org.nepenthe.care.infusion;

/// Something unwanted that happened to the patient, and what was done about it.
public record AdverseEvent(Kind kind, Severity severity, String note, String action) {
  /// What happened.
  public enum Kind {
    DISTRESSING_DISSOCIATION("distressing dissociation"),
    HALLUCINATION("hallucination"),
    ANXIETY("anxiety or panic"),
    AGITATION("agitation"),
    NAUSEA("nausea"),
    VOMITING("vomiting"),
    HEADACHE("headache"),
    DIZZINESS("dizziness"),
    HYPERTENSION("hypertension"),
    HYPOTENSION("hypotension"),
    CHEST_PAIN("chest pain"),
    ARRHYTHMIA("arrhythmia"),
    DESATURATION("desaturation"),
    RESPIRATORY_DEPRESSION("respiratory depression"),
    LARYNGOSPASM("laryngospasm"),
    OVERSEDATION("oversedation"),
    ALLERGIC_REACTION("allergic reaction"),
    EXTRAVASATION("extravasation"),
    WRONG_DOSE("wrong dose or rate"),
    FALL("fall"),
    OTHER("other");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  /// How bad it was.
  public enum Severity {
    MILD("mild"),
    MODERATE("moderate"),
    SEVERE("severe"),
    LIFE_THREATENING("life-threatening");

    private final String words;

    Severity(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }
}

package org.nepenthe.care.infusion.observation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What is observed of a patient during and after an infusion.
public enum Parameter {
  HEART_RATE("Heart rate", "HR", "/min"),
  SYSTOLIC("Systolic pressure", "SBP", "mm[Hg]"),
  DIASTOLIC("Diastolic pressure", "DBP", "mm[Hg]"),
  MEAN_PRESSURE("Mean pressure", "MAP", "mm[Hg]"),
  SATURATION("Oxygen saturation", "SpO2", "%"),
  RESPIRATORY_RATE("Respiratory rate", "RR", "/min"),
  /// Richmond Agitation-Sedation Scale, from -5 (unarousable) to +4 (combative).
  SEDATION("Sedation and agitation", "RASS", "1"),
  /// The patient's own rating, from 0 (not at all) to 10 (completely) apart from themselves.
  DISSOCIATION("Dissociation", "DISS", "1"),
  /// 0 none, 1 mild, 2 moderate, 3 severe.
  NAUSEA("Nausea", "NAUSEA", "1"),
  /// Numeric rating scale, from 0 (no pain) to 10 (worst pain imaginable).
  PAIN("Pain", "NRS", "1");

  private final String label;
  private final String abbreviation;
  private final String unit;

  Parameter(String label, String abbreviation, String unit) {
    this.label = label;
    this.abbreviation = abbreviation;
    this.unit = unit;
  }

  public String label() {
    return label;
  }

  public String abbreviation() {
    return abbreviation;
  }

  /// UCUM.
  public String unit() {
    return unit;
  }

  /// True where the number is a step of a scale and only whole numbers mean anything.
  public boolean isScale() {
    return unit.equals("1");
  }

  /// True where only the patient can say; somebody asleep or unwilling has none.
  public boolean isOwnRating() {
    return this == DISSOCIATION || this == NAUSEA || this == PAIN;
  }

  /// The name used in forms, data files and JSON: `heart-rate`.
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Parameter> of(String id) {
    return Arrays.stream(values()).filter(parameter -> parameter.id().equals(id)).findFirst();
  }
}

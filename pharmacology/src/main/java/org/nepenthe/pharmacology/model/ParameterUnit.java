package org.nepenthe.pharmacology.model;

/// The units in which publications state volumes, clearances and rate constants.
public enum ParameterUnit {
  LITRE("L", Dimension.VOLUME, 1),
  LITRE_PER_MINUTE("L/min", Dimension.CLEARANCE, 1),
  LITRE_PER_HOUR("L/h", Dimension.CLEARANCE, 1.0 / 60),
  PER_MINUTE("/min", Dimension.RATE_CONSTANT, 1),
  PER_HOUR("/h", Dimension.RATE_CONSTANT, 1.0 / 60);

  /// What a unit measures.
  public enum Dimension {
    VOLUME,
    CLEARANCE,
    RATE_CONSTANT
  }

  private final String ucum;
  private final Dimension dimension;
  private final double factor;

  ParameterUnit(String ucum, Dimension dimension, double factor) {
    this.ucum = ucum;
    this.dimension = dimension;
    this.factor = factor;
  }

  public String ucum() {
    return ucum;
  }

  public Dimension dimension() {
    return dimension;
  }

  double inLitresAndMinutes(double value) {
    return value * factor;
  }
}

package org.nepenthe.pharmacology.model;

/// The units in which publications state volumes, clearances, rate constants, times
/// and fractions.
public enum ParameterUnit {
  LITRE("L", Dimension.VOLUME, 1),
  LITRE_PER_MINUTE("L/min", Dimension.CLEARANCE, 1),
  LITRE_PER_HOUR("L/h", Dimension.CLEARANCE, 1.0 / 60),
  PER_MINUTE("/min", Dimension.RATE_CONSTANT, 1),
  PER_HOUR("/h", Dimension.RATE_CONSTANT, 1.0 / 60),
  MINUTE("min", Dimension.TIME, 1),
  HOUR("h", Dimension.TIME, 60),
  ONE("1", Dimension.FRACTION, 1);

  /// What a unit measures.
  public enum Dimension {
    VOLUME,
    CLEARANCE,
    RATE_CONSTANT,
    TIME,
    /// Of a dose or of a flow; above 1 where a source uses it as a mere factor.
    FRACTION
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

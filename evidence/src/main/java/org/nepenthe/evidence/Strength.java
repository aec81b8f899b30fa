package org.nepenthe.evidence;

/// The source's own grade of a recommendation, where it gives one.
public enum Strength {
  A,
  B,
  C,
  D,
  NONE
}

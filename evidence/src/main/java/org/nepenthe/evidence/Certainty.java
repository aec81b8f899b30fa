package org.nepenthe.evidence;

/// How sure the source is of its own statement, in GRADE's words.
public enum Certainty {
  HIGH,
  MODERATE,
  LOW,
  VERY_LOW,
  NONE
}

package org.nepenthe.pharmacology.population.people;

import org.nepenthe.evidence.Evidence;

/// Who the people of a virtual population are, as a publication describes its own.
///
/// @param weight kg
/// @param age years
/// @param women share of women, 0 to 1
public record Demographics(
    String id, String title, Spread weight, Spread age, double women, Evidence evidence) {

  /// As the publications count it.
  public enum Sex {
    FEMALE,
    MALE
  }

  public Demographics {
    if (!(women >= 0 && women <= 1)) {
      throw new IllegalArgumentException("share of women must lie between 0 and 1, was " + women);
    }
  }
}

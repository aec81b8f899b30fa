package org.nepenthe.pharmacology.population;

/// A band of concentrations that is to be kept, both ends included.
///
/// @param site where the concentration is looked at
/// @param lower ng/mL
/// @param upper ng/mL
public record Limits(Site site, double lower, double upper) {
  public Limits {
    if (!(lower >= 0 && lower < upper && upper < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "limits must be finite and ascend from 0 ng/mL, were " + lower + " and " + upper);
    }
  }
}

package org.nepenthe.pharmacology.target;

import org.nepenthe.pharmacology.regimen.Minutes;

/// A concentration wanted from one minute until the next change.
///
/// @param concentration ng/mL, in plasma or at the effect site as the controller has it; 0 for none
public record TargetChange(double atMinute, double concentration) {
  public TargetChange {
    Minutes.valid(atMinute, "time of a target");
    if (!(concentration >= 0 && concentration <= 1e6)) {
      throw new IllegalArgumentException(
          "a target must lie between 0 and 1000000 ng/mL, was " + concentration + " ng/mL");
    }
  }
}

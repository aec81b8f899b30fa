package org.nepenthe.pharmacology.fit;

import org.nepenthe.pharmacology.model.Analyte;
import org.nepenthe.pharmacology.model.Matrix;
import org.nepenthe.pharmacology.regimen.Minutes;
import org.nepenthe.quantity.Moiety;

/// One concentration that a laboratory measured.
///
/// @param minute when the sample was drawn, on the clock of the regimen
/// @param matrix which blood it was drawn from
/// @param moiety what the assay counts: all ketamine, or esketamine alone
/// @param concentration ng/mL, of the base
/// @param quantificationLimit ng/mL, below which the assay's numbers mean nothing; above 0
public record MeasuredLevel(
    double minute,
    Analyte analyte,
    Moiety moiety,
    Matrix matrix,
    double concentration,
    double quantificationLimit) {
  public MeasuredLevel {
    Minutes.valid(minute, "time of a level");
    if (!(concentration >= 0 && concentration <= 1e9)) {
      throw new IllegalArgumentException(
          "a level must lie between 0 and 1000000000 ng/mL, was " + concentration + " ng/mL");
    }
    if (!(quantificationLimit > 0 && quantificationLimit <= 1e9)) {
      throw new IllegalArgumentException(
          "a limit of quantification must lie above 0 and up to 1000000000 ng/mL, was "
              + quantificationLimit
              + " ng/mL");
    }
  }

  /// True where the assay could not put a number to it.
  public boolean isBelowQuantification() {
    return concentration < quantificationLimit;
  }
}

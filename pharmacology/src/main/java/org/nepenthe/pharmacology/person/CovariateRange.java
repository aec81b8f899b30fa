package org.nepenthe.pharmacology.person;

import java.math.BigDecimal;
import org.nepenthe.evidence.Evidence;

/// For whom a model may be used, in one covariate, both ends included, and who says so.
///
/// @param needed whether the model may be used at all where the covariate is not known
public record CovariateRange(
    Covariate covariate, BigDecimal from, BigDecimal to, boolean needed, Evidence evidence) {
  public CovariateRange {
    if (from.compareTo(to) > 0) {
      throw new IllegalArgumentException(
          "a range of "
              + covariate.title()
              + " from "
              + from.toPlainString()
              + " cannot end at "
              + to.toPlainString());
    }
  }

  public boolean contains(BigDecimal value) {
    return from.compareTo(value) <= 0 && value.compareTo(to) <= 0;
  }

  /// `39 to 170 kg`.
  public String plainWords() {
    return from.toPlainString() + " to " + to.toPlainString() + " " + covariate.unit();
  }
}

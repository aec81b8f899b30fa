package org.nepenthe.pharmacology.regimen;

import org.nepenthe.quantity.Dose;

/// A dose that is not given into a vein: it has to be absorbed first.
public record Administration(double atMinute, Route route, Dose dose) {
  public Administration {
    Minutes.valid(atMinute, "time of a dose");
    Regimen.computable(dose.asDouble(), "dose", "mg");
    if (route == Route.INTRAVENOUS) {
      throw new IllegalArgumentException("an intravenous dose is a bolus or a rate");
    }
  }
}

package org.nepenthe.pharmacology.regimen;

import org.nepenthe.quantity.Dose;

/// A dose given at one instant.
public record Bolus(double atMinute, Dose dose) {
  public Bolus {
    Minutes.valid(atMinute, "bolus time");
    Regimen.computable(dose.asDouble(), "bolus", "mg");
  }
}

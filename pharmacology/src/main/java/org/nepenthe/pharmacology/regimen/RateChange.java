package org.nepenthe.pharmacology.regimen;

import org.nepenthe.quantity.DoseRate;

/// The rate a pump was set to at one minute, in force until the next change.
public record RateChange(double atMinute, DoseRate rate) {
  public RateChange {
    Minutes.valid(atMinute, "time of a rate change");
  }
}

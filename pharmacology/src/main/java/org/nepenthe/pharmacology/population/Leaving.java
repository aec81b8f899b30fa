package org.nepenthe.pharmacology.population;

import java.util.List;

/// How many people leave a band of concentrations, as shares between 0 and 1.
///
/// @param below at each minute
/// @param above at each minute
/// @param ever below or above at one of the minutes at least
public record Leaving(
    Limits limits, List<Double> minutes, List<Double> below, List<Double> above, double ever) {
  public Leaving {
    minutes = List.copyOf(minutes);
    below = List.copyOf(below);
    above = List.copyOf(above);
  }
}

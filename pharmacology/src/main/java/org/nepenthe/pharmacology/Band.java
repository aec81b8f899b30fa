package org.nepenthe.pharmacology;

import java.util.List;

/// The lowest and the highest of several models' concentrations at each minute, in ng/mL. It shows
/// how far models disagree about a typical person, not how far people differ.
public record Band(List<Double> lower, List<Double> upper) {
  public Band {
    lower = List.copyOf(lower);
    upper = List.copyOf(upper);
  }
}

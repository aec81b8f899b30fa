package org.nepenthe.pharmacology;

import java.util.List;
import java.util.Map;
import org.nepenthe.pharmacology.model.Analyte;

/// Everything one model gives concentrations of, over the same minutes, in ng/mL.
///
/// @param parent the drug that was given, in plasma and at the effect site
/// @param metabolites in plasma, at the parent's minutes
public record Concentrations(Curve parent, Map<Analyte, List<Double>> metabolites) {
  public Concentrations {
    metabolites = Map.copyOf(metabolites);
  }

  /// In plasma.
  ///
  /// @throws IllegalArgumentException if the model does not offer the analyte
  public List<Double> of(Analyte analyte) {
    if (analyte == Analyte.KETAMINE) {
      return parent.cp();
    }
    var found = metabolites.get(analyte);
    if (found == null) {
      throw new IllegalArgumentException("the model offers no " + analyte.plainWords());
    }
    return found;
  }
}

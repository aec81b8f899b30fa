package org.nepenthe.pharmacology.interaction;

import java.util.List;
import java.util.Optional;
import org.nepenthe.evidence.Evidence;
import org.nepenthe.pharmacology.effect.Estimate;
import org.nepenthe.pharmacology.model.Analyte;
import org.nepenthe.pharmacology.regimen.Route;

/// What one factor did to one analyte after doses by one route. A factor may matter much by mouth
/// and hardly into a vein, so the route is part of what it is.
///
/// @param factor the substance, gene or illness
/// @param area by what the area under the curve was multiplied; empty where it was not reported so
/// @param peak by what the highest concentration was multiplied
/// @param advice one or two sentences for the screen
/// @param conflicting true where sources disagree: shown as advice only, never counted with
/// @param evidence every source, those that disagree too
public record Interaction(
    String id,
    String factor,
    Route route,
    Analyte analyte,
    Optional<Estimate> area,
    Optional<Estimate> peak,
    String advice,
    boolean conflicting,
    List<Evidence> evidence) {
  public Interaction {
    evidence = List.copyOf(evidence);
  }
}

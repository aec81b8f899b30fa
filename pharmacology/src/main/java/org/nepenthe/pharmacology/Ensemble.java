package org.nepenthe.pharmacology;

import java.util.HashSet;
import java.util.List;
import org.nepenthe.pharmacology.model.Covariates;
import org.nepenthe.pharmacology.model.ModelCatalogue;
import org.nepenthe.pharmacology.model.PkModel;
import org.nepenthe.pharmacology.regimen.Minutes;
import org.nepenthe.pharmacology.regimen.Regimen;
import org.nepenthe.quantity.BodyWeight;

/// Several models asked about the same person, because no single one is right.
public record Ensemble(List<PkModel> models) {
  public Ensemble {
    models = List.copyOf(models);
    var ids = new HashSet<String>();
    for (var model : models) {
      if (!ids.add(model.id())) {
        throw new IllegalArgumentException("model " + model.id() + " stands twice");
      }
    }
    if (models.isEmpty()) {
      throw new IllegalArgumentException("an ensemble needs at least one model");
    }
  }

  /// The two models of a plan's forecast and of the live chart: Kamp 2020, then Domino 1984. A
  /// chart of every shipped model would be read by nobody; the catalogue has the others.
  ///
  /// @throws org.nepenthe.evidence.BrokenFile if a shipped file cannot be used
  public static Ensemble intravenousAdult() {
    var shipped = ModelCatalogue.shipped();
    return new Ensemble(List.of(shipped.get("kamp-2020"), shipped.get("domino-1984")));
  }

  /// Every shipped model of adults, by every route it knows: for the laboratory, where a reader
  /// chooses among them.
  ///
  /// @throws org.nepenthe.evidence.BrokenFile if a shipped file cannot be used
  public static Ensemble everyAdult() {
    return new Ensemble(ModelCatalogue.shipped().models());
  }

  /// Every shipped model of children; an adult has no curve in any of them.
  ///
  /// @throws org.nepenthe.evidence.BrokenFile if a shipped file cannot be used
  public static Ensemble everyChild() {
    return new Ensemble(ModelCatalogue.children().models());
  }

  /// For a person of whom only the weight is known.
  ///
  /// @param minutes ascending, from the start of the regimen, at which values are wanted
  public Forecast forecast(BodyWeight weight, Regimen regimen, List<Double> minutes) {
    return forecast(new Covariates(weight), regimen, minutes);
  }

  /// @param minutes ascending, from the start of the regimen, at which values are wanted
  public Forecast forecast(Covariates person, Regimen regimen, List<Double> minutes) {
    var times = Minutes.ascending(minutes);
    var predictions =
        models.stream()
            .map(model -> Pharmacokinetics.simulate(model, person, regimen, times))
            .toList();
    return new Forecast(regimen.moiety(), times, predictions);
  }
}

package org.nepenthe.clinic.laboratory;

import java.util.List;
import java.util.stream.Stream;
import org.nepenthe.pharmacology.absorption.AbsorptionCatalogue;
import org.nepenthe.pharmacology.absorption.RouteForecasts;
import org.nepenthe.pharmacology.effect.EffectCatalogue;
import org.nepenthe.pharmacology.effect.EndpointForecasts;
import org.nepenthe.pharmacology.effect.Occupancy;
import org.nepenthe.pharmacology.effect.PainRelief;
import org.nepenthe.pharmacology.model.ModelCatalogue;
import org.nepenthe.pharmacology.model.PkModel;
import org.springframework.stereotype.Component;

/// What ships of models and effects, read once.
@Component
final class Shelf {
  private final ModelCatalogue catalogue = ModelCatalogue.shipped();
  private final List<PkModel> children = ModelCatalogue.children().models();
  private final RouteForecasts routes = new RouteForecasts(AbsorptionCatalogue.shipped());
  private final EffectCatalogue effects = EffectCatalogue.shipped();
  private final EndpointForecasts endpoints = new EndpointForecasts(catalogue);
  private final Occupancy occupancy = Occupancy.shipped();
  private final PainRelief relief = PainRelief.shipped();

  List<PkModel> ofAdults() {
    return catalogue.models();
  }

  List<PkModel> ofChildren() {
    return children;
  }

  /// In the order of the shelf; ids that nobody knows are left out.
  List<PkModel> named(List<String> ids) {
    return Stream.concat(ofAdults().stream(), children.stream())
        .filter(model -> ids.contains(model.id()))
        .toList();
  }

  RouteForecasts routes() {
    return routes;
  }

  EffectCatalogue effects() {
    return effects;
  }

  EndpointForecasts endpoints() {
    return endpoints;
  }

  Occupancy occupancy() {
    return occupancy;
  }

  PainRelief relief() {
    return relief;
  }
}

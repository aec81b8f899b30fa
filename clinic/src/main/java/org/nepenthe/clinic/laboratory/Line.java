package org.nepenthe.clinic.laboratory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.nepenthe.pharmacology.Band;
import org.nepenthe.pharmacology.absorption.RouteForecast;
import org.nepenthe.pharmacology.effect.Endpoint;
import org.nepenthe.pharmacology.effect.EndpointForecast;
import org.nepenthe.pharmacology.model.Analyte;
import org.nepenthe.pharmacology.model.PkModel;

/// What one model says: one curve, or a band where only the spread of absorption is known.
///
/// @param isBand false where lower and upper are the same
/// @param effect at the effect site; empty where the model has none
/// @param effectWords what effect that is, or why there is none
/// @param metabolites ng/mL at the minutes
/// @param uptake what the band of absorption rests on, for the screen
public record Line(
    PkModel model,
    boolean isBand,
    Band plasma,
    Optional<Band> effect,
    String effectWords,
    Map<Analyte, List<Double>> metabolites,
    Optional<String> uptake) {

  /// Every model asked: its line, or the sentence why it has none.
  record Asked(List<Line> lines, List<String> refusals) {}

  static Asked ask(Experiment experiment, List<Double> minutes, Shelf shelf) {
    var lines = new ArrayList<Line>();
    var refusals = new ArrayList<String>();
    for (var model : experiment.models()) {
      var forecast =
          shelf.routes().forecast(model, experiment.person(), experiment.regimen(), minutes);
      switch (forecast) {
        case RouteForecast.Curved curved -> {
          var plain = curved(curved);
          lines.add(
              experiment
                  .endpoint()
                  .map(endpoint -> plain.at(endpoint, experiment, minutes, shelf))
                  .orElse(plain));
        }
        case RouteForecast.Banded banded -> lines.add(banded(banded));
        case RouteForecast.NotForecast none -> refusals.add(none.reason());
      }
    }
    return new Asked(lines, refusals);
  }

  private static Line curved(RouteForecast.Curved forecast) {
    var predicted = forecast.prediction();
    var cp = predicted.curve().cp();
    var ce = predicted.curve().ce();
    return new Line(
        predicted.model(),
        false,
        new Band(cp, cp),
        predicted.site().map(_ -> new Band(ce, ce)),
        predicted
            .site()
            .map(site ->
                site.endpoint() + site.reDerived().map(how -> "; ke0 re-derived " + how).orElse(""))
            .orElse("no effect site was estimated with this model"),
        predicted.metabolites(),
        Optional.empty());
  }

  private static Line banded(RouteForecast.Banded banded) {
    var uptake = banded.uptake();
    return new Line(
        banded.model(),
        true,
        banded.plasma(),
        banded.effectSite(),
        banded.site().map(site -> site.endpoint()).orElse("no effect site"),
        Map.of(),
        Optional.of(
            "%s doses: %d to %d %% absorbed, as published; everything between is shaded"
                .formatted(
                    uptake.route().plainWords(),
                    Math.round(uptake.fraction().from() * 100),
                    Math.round(uptake.fraction().to() * 100))));
  }

  /// The same model with another effect, as a band over the published delays.
  private Line at(Endpoint endpoint, Experiment experiment, List<Double> minutes, Shelf shelf) {
    var forecast =
        shelf
            .endpoints()
            .forecast(endpoint, model, experiment.person(), experiment.regimen(), minutes);
    return switch (forecast) {
      case EndpointForecast.Course course ->
          with(
              Optional.of(course.effectSite()),
              endpoint.title() + course.reDerived().map(how -> "; the delay is " + how).orElse(""));
      case EndpointForecast.NotForecast none -> with(Optional.empty(), none.reason());
    };
  }

  private Line with(Optional<Band> otherEffect, String words) {
    return new Line(model, isBand, plasma, otherEffect, words, metabolites, uptake);
  }

  /// Between the lowest and the highest of several; empty with fewer than two.
  static Optional<Band> between(List<Line> lines, Function<Line, Optional<Band>> of) {
    var bands = lines.stream().map(of).flatMap(Optional::stream).toList();
    if (bands.size() < 2) {
      return Optional.empty();
    }
    var lower = new ArrayList<Double>();
    var upper = new ArrayList<Double>();
    for (int i = 0; i < bands.getFirst().lower().size(); i++) {
      int at = i;
      lower.add(bands.stream().mapToDouble(band -> band.lower().get(at)).min().orElse(0));
      upper.add(bands.stream().mapToDouble(band -> band.upper().get(at)).max().orElse(0));
    }
    return Optional.of(new Band(lower, upper));
  }
}

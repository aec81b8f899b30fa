package org.nepenthe.pharmacology;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.nepenthe.pharmacology.Prediction.Predicted;
import org.nepenthe.pharmacology.Prediction.Refusal;
import org.nepenthe.pharmacology.model.EffectSite;
import org.nepenthe.pharmacology.model.Matrix;
import org.nepenthe.quantity.Moiety;

/// What several models say of one regimen in one person. All curves are of one moiety and over the
/// same minutes; whether they are of one kind of blood is [#mixesMatrices].
///
/// @param predictions one for each model asked, in the order asked
public record Forecast(Moiety moiety, List<Double> minutes, List<Prediction> predictions) {
  public Forecast {
    minutes = List.copyOf(minutes);
    predictions = List.copyOf(predictions);
    for (var prediction : predictions) {
      if (prediction instanceof Predicted predicted
          && (!predicted.model().moieties().contains(moiety)
              || !predicted.curve().minutes().equals(minutes))) {
        throw new IllegalArgumentException(
            predicted.model().id() + " predicts another moiety or other minutes");
      }
    }
  }

  /// The models that have a curve.
  public List<Predicted> curves() {
    return predictions.stream()
        .filter(Predicted.class::isInstance)
        .map(Predicted.class::cast)
        .toList();
  }

  /// The models that have none, each with its reason.
  public List<Refusal> withoutCurve() {
    return predictions.stream().filter(Refusal.class::isInstance).map(Refusal.class::cast).toList();
  }

  /// Between the models' plasma curves; empty where fewer than two models have one.
  public Optional<Band> plasmaBand() {
    return band(curves(), Curve::cp);
  }

  /// Between the plasma curves of the models of one kind of blood, for each kind of which two or
  /// more models have one: a band in which nothing is mixed.
  public Map<Matrix, Band> plasmaBandsByMatrix() {
    var bands = new EnumMap<Matrix, Band>(Matrix.class);
    for (var matrix : matrices()) {
      var same = curves().stream().filter(p -> p.model().matrix() == matrix).toList();
      band(same, Curve::cp).ifPresent(band -> bands.put(matrix, band));
    }
    return bands;
  }

  /// What has to be said beside the curves: mixed blood, and every model that has no curve. One
  /// sentence each.
  public List<String> caveats() {
    var caveats = new ArrayList<String>();
    if (mixesMatrices()) {
      var kinds = matrices().stream().map(Matrix::plainWords).toList();
      caveats.add(
          "These curves are not of one kind of blood ("
              + String.join("; ", kinds)
              + "): early in an infusion arterial concentrations lie well above venous ones");
    }
    withoutCurve().forEach(refusal -> caveats.add(refusal.reason()));
    return caveats;
  }

  /// Between the models' effect-site curves; empty where fewer than two models have one, or where
  /// their effect sites stand for different effects.
  public Optional<Band> effectSiteBand() {
    var effects = curves().stream().map(p -> p.site().map(EffectSite::id).orElse("")).distinct();
    boolean one = effects.toList().size() == 1 && curves().getFirst().site().isPresent();
    return one ? band(curves(), Curve::ce) : Optional.empty();
  }

  /// The kinds of blood the curves are of.
  public Set<Matrix> matrices() {
    var matrices = EnumSet.noneOf(Matrix.class);
    curves().forEach(predicted -> matrices.add(predicted.model().matrix()));
    return Collections.unmodifiableSet(matrices);
  }

  /// True where the curves, and so the band, are not all of one kind of blood: to be said beside
  /// the band.
  public boolean mixesMatrices() {
    return matrices().size() > 1;
  }

  private Optional<Band> band(List<Predicted> of, Function<Curve, List<Double>> values) {
    var curves = of.stream().map(predicted -> values.apply(predicted.curve())).toList();
    if (curves.size() < 2) {
      return Optional.empty();
    }
    var lower = IntStream.range(0, minutes.size()).mapToObj(i -> least(curves, i)).toList();
    var upper = IntStream.range(0, minutes.size()).mapToObj(i -> greatest(curves, i)).toList();
    return Optional.of(new Band(lower, upper));
  }

  private static double least(List<List<Double>> curves, int i) {
    return curves.stream().mapToDouble(curve -> curve.get(i)).min().orElseThrow();
  }

  private static double greatest(List<List<Double>> curves, int i) {
    return curves.stream().mapToDouble(curve -> curve.get(i)).max().orElseThrow();
  }
}

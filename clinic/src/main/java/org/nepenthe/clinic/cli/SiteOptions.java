package org.nepenthe.clinic.cli;

import java.util.Optional;
import java.util.stream.Collectors;
import org.nepenthe.pharmacology.model.Covariates;
import org.nepenthe.pharmacology.model.EffectSite;
import org.nepenthe.pharmacology.model.Eta;
import org.nepenthe.pharmacology.model.Ke0;
import org.nepenthe.pharmacology.model.PkModel;
import org.nepenthe.pharmacology.solver.PeakEffect;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// Which effect the effect site stands for. A ke0 belongs to the parameters it was estimated with;
/// with any others it is carried over by the time of peak after a bolus, never as it is.
final class SiteOptions {
  @Option(
      names = "--endpoint",
      paramLabel = "ID",
      description = "Effect site of each model, by the id the model's file gives it.")
  private Optional<String> endpoint = Optional.empty();

  @Option(
      names = "--ke0",
      paramLabel = "RATE",
      converter = PerMinute.class,
      description = "A ke0 of your own with its unit: 0.238/min. Needs --ke0-from.")
  private Optional<Double> ke0 = Optional.empty();

  @Option(
      names = "--ke0-from",
      paramLabel = "MODEL",
      description =
          "The model that ke0 was estimated with; with others it is re-derived so that"
              + " the effect of a bolus peaks at the same time.")
  private Optional<String> estimatedWith = Optional.empty();

  /// The effect site of a model, none where it has none.
  ///
  /// @param isOwn true where the model's file does not have it
  /// @param note what has to be said beside the curve
  record Chosen(Optional<EffectSite> site, boolean isOwn, String note) {}

  /// Whether what was asked for belongs together.
  void check() {
    if (ke0.isPresent() && endpoint.isPresent()) {
      throw new IllegalArgumentException("--endpoint and --ke0 say it twice; keep one");
    }
    if (ke0.isPresent() != estimatedWith.isPresent()) {
      throw new IllegalArgumentException(
          "--ke0 and --ke0-from go together: a ke0 means nothing without the parameters it was"
              + " estimated with");
    }
  }

  /// @throws IllegalArgumentException if the model has no such endpoint, or cannot take the ke0
  Chosen forModel(PkModel model, Covariates person, Models models) {
    if (ke0.isPresent()) {
      return own(model, person, models.get(estimatedWith.orElseThrow()), ke0.get());
    }
    var site =
        endpoint.map(id -> named(model, id)).or(() -> model.effectSites().stream().findFirst());
    var note =
        site.map(found ->
                found.endpoint()
                    + found.reDerived().map(how -> "; ke0 re-derived " + how).orElse(""))
            .orElse("no effect site was estimated, so there is no ce");
    return new Chosen(site, false, note);
  }

  private static Chosen own(PkModel model, Covariates person, PkModel from, double rate) {
    if (from.id().equals(model.id())) {
      var note = "effect site with the stated ke0 of " + Digits.fifteen(rate) + "/min";
      return new Chosen(Optional.of(site(model, rate)), true, note);
    }
    double peak = PeakEffect.minutesAfterBolus(from.body(person, rate, Eta.typical()));
    double carried = PeakEffect.ke0ForPeakAt(model.body(person, rate, Eta.typical()), peak);
    var note =
        ("effect site with ke0 %.4g/min, re-derived from %.4g/min with %s so that the effect of a"
                + " bolus peaks after %.4g min with both")
            .formatted(carried, rate, from.title(), peak);
    return new Chosen(Optional.of(site(model, carried)), true, note);
  }

  private static EffectSite site(PkModel model, double rate) {
    return new EffectSite(
        "stated",
        "As stated",
        new Ke0.Constant(rate),
        model.id(),
        Optional.empty(),
        model.evidence());
  }

  private static EffectSite named(PkModel model, String id) {
    return model.effectSites().stream()
        .filter(site -> site.id().equals(id))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "%s has no endpoint '%s', but %s"
                    .formatted(
                        model.id(),
                        id,
                        model.effectSites().stream()
                            .map(EffectSite::id)
                            .collect(Collectors.joining(", ")))));
  }

  /// `0.238/min` or `0.238 per min`.
  static final class PerMinute implements ITypeConverter<Double> {
    @Override
    public Double convert(String text) {
      var said = text.strip();
      if (!said.matches("\\d+(\\.\\d+)?\\s*(/|\\s+per\\s+)\\s*min")) {
        throw new TypeConversionException("'" + text + "': a ke0 is said as 0.238/min");
      }
      return Double.valueOf(said.replaceAll("[^0-9.].*", ""));
    }
  }
}

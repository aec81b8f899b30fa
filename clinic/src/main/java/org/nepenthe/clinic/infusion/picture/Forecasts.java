package org.nepenthe.clinic.infusion.picture;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nepenthe.care.infusion.InfusionLog;
import org.nepenthe.clinic.infusion.picture.LivePicture.Bands;
import org.nepenthe.clinic.infusion.picture.LivePicture.ForecastShown;
import org.nepenthe.clinic.infusion.picture.LivePicture.ModelCurve;
import org.nepenthe.pharmacology.Band;
import org.nepenthe.pharmacology.Ensemble;
import org.nepenthe.pharmacology.Forecast;
import org.nepenthe.pharmacology.Prediction;
import org.nepenthe.pharmacology.regimen.Minutes;
import org.springframework.stereotype.Component;

/// What the published models say about the drug in this patient, driven by the rates really given,
/// and looking ahead as if the pump went on as it does now.
@Component
public class Forecasts {
  private static final Duration LOOK_AHEAD = Duration.ofMinutes(60);

  /// More minutes than any infusion of a day; a chart of more would be too heavy to send.
  private static final double LONGEST_MINUTES = 720;

  private final Ensemble ensemble;

  Forecasts(Ensemble ensemble) {
    this.ensemble = ensemble;
  }

  ForecastShown of(InfusionLog log, Instant at) {
    if (log.started().isEmpty()) {
      return none("Nothing has been given yet.", at);
    }
    var start = log.segments().getFirst().from();
    var end = log.endsAt().filter(at::isBefore).orElse(at);
    double until =
        Math.min(LONGEST_MINUTES, Math.ceil(GivenRates.minutes(start, end.plus(LOOK_AHEAD))));
    var minutes = Minutes.every(1, until);
    var forecast =
        ensemble.forecast(log.order().weight().weight(), GivenRates.of(log, start, end), minutes);
    if (forecast.curves().isEmpty()) {
      return none(reasons(forecast), at);
    }
    var times = minutes.stream().map(minute -> start.plusSeconds(Math.round(minute * 60))).toList();
    return new ForecastShown(
        Optional.empty(),
        at,
        "ng/mL",
        note(log, forecast),
        times,
        models(forecast),
        band(forecast));
  }

  private static ForecastShown none(String because, Instant at) {
    return new ForecastShown(
        Optional.of(because),
        at,
        "ng/mL",
        "",
        List.of(),
        List.of(),
        new Bands(List.of(), List.of(), List.of(), List.of()));
  }

  private static String note(InfusionLog log, Forecast forecast) {
    var words = new StringBuilder("Driven by the rates really given; ahead of now as if ");
    words.append(
        log.endsAt().isPresent()
            ? "the present rate went on to the end of the ordered volume."
            : "nothing more were given.");
    if (!log.deliveredAt(forecastEnd(log)).certain()) {
      words.append(" A stretch with unknown pump state counts at its last known rate.");
    }
    if (forecast.mixesMatrices()) {
      words.append(" The models were made from blood drawn at different places (");
      words.append(
          String.join(
              ", ", forecast.matrices().stream().map(matrix -> matrix.plainWords()).toList()));
      words.append(").");
    }
    forecast.withoutCurve().forEach(missing -> words.append(' ').append(reason(missing)));
    return words.toString();
  }

  private static Instant forecastEnd(InfusionLog log) {
    return log.endsAt().orElse(log.entries().getLast().recordedAt());
  }

  private static String reasons(Forecast forecast) {
    return String.join(" ", forecast.withoutCurve().stream().map(Forecasts::reason).toList());
  }

  private static String reason(Prediction prediction) {
    return switch (prediction) {
      case Prediction.Refusal refusal -> refusal.reason();
      case Prediction.Predicted _ -> "";
    };
  }

  private static List<ModelCurve> models(Forecast forecast) {
    return forecast.curves().stream()
        .map(predicted ->
            new ModelCurve(
                predicted.model().id(),
                predicted.model().title(),
                rounded(predicted.curve().cp()),
                rounded(predicted.curve().ce())))
        .toList();
  }

  private static Bands band(Forecast forecast) {
    var plasma = forecast.plasmaBand();
    var effect = forecast.effectSiteBand();
    return new Bands(
        rounded(plasma.map(Band::lower).orElse(List.of())),
        rounded(plasma.map(Band::upper).orElse(List.of())),
        rounded(effect.map(Band::lower).orElse(List.of())),
        rounded(effect.map(Band::upper).orElse(List.of())));
  }

  private static List<BigDecimal> rounded(List<Double> numbers) {
    var rounded = new ArrayList<BigDecimal>(numbers.size());
    for (double number : numbers) {
      rounded.add(BigDecimal.valueOf(number).setScale(1, RoundingMode.HALF_UP));
    }
    return rounded;
  }
}

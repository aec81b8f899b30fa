package org.nepenthe.clinic.planning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nepenthe.care.planning.order.DoseOrder;
import org.nepenthe.clinic.platform.display.Figures;
import org.nepenthe.clinic.record.EventJson;
import org.nepenthe.pharmacology.Band;
import org.nepenthe.pharmacology.Ensemble;
import org.nepenthe.pharmacology.Forecast;
import org.nepenthe.pharmacology.Prediction.Predicted;
import org.nepenthe.pharmacology.regimen.Minutes;
import org.nepenthe.pharmacology.regimen.Regimen;

/// The forecast of one order as a page shows it: curves for the chart, rows for the table behind
/// it, and what has to be said beside both.
///
/// @param json minutes, curves and bands for the chart
public record ForecastPicture(
    String json,
    List<Predicted> curves,
    List<String> withoutCurve,
    boolean mixesMatrices,
    List<Row> rows) {
  private static final double MINUTES_AFTER = 180;
  private static final int ROW_EVERY = 20;

  /// One line of the table.
  ///
  /// @param values for each model its plasma and effect-site concentration in words
  public record Row(String minute, List<String> values) {}

  static ForecastPicture of(DoseOrder order, Ensemble ensemble) {
    double end = order.minutes().doubleValue();
    var regimen = Regimen.none(order.moiety()).plusRate(0, end, order.doseRate());
    var forecast =
        ensemble.forecast(order.weight().weight(), regimen, Minutes.every(1, end + MINUTES_AFTER));
    return new ForecastPicture(
        json(forecast, end),
        forecast.curves(),
        forecast.withoutCurve().stream().map(ForecastPicture::reason).toList(),
        forecast.mixesMatrices(),
        rows(forecast));
  }

  private static String reason(org.nepenthe.pharmacology.Prediction prediction) {
    return switch (prediction) {
      case org.nepenthe.pharmacology.Prediction.Refusal refusal -> refusal.reason();
      case Predicted predicted -> predicted.model().title();
    };
  }

  private static String json(Forecast forecast, double end) {
    var models = new ArrayList<Map<String, Object>>();
    for (var predicted : forecast.curves()) {
      var model = new LinkedHashMap<String, Object>();
      model.put("name", predicted.model().title());
      model.put("plasma", predicted.curve().cp());
      model.put("effect", predicted.curve().ce());
      models.add(model);
    }
    var picture = new LinkedHashMap<String, Object>();
    picture.put("minutes", forecast.minutes());
    picture.put("end", end);
    picture.put("models", models);
    put(picture, "plasmaBand", forecast.plasmaBand());
    put(picture, "effectBand", forecast.effectSiteBand());
    return EventJson.mapper().writeValueAsString(picture);
  }

  private static void put(Map<String, Object> picture, String name, Optional<Band> band) {
    band.ifPresent(b -> picture.put(name, List.of(b.lower(), b.upper())));
  }

  private static List<Row> rows(Forecast forecast) {
    var rows = new ArrayList<Row>();
    for (int i = 0; i < forecast.minutes().size(); i += ROW_EVERY) {
      var values = new ArrayList<String>();
      for (var predicted : forecast.curves()) {
        values.add(concentration(predicted.curve().cp().get(i)));
        values.add(concentration(predicted.curve().ce().get(i)));
      }
      rows.add(new Row(Figures.count(Math.round(forecast.minutes().get(i))), values));
    }
    return rows;
  }

  private static String concentration(double nanogramsPerMillilitre) {
    return Figures.rounded(java.math.BigDecimal.valueOf(nanogramsPerMillilitre), 3, 0);
  }
}

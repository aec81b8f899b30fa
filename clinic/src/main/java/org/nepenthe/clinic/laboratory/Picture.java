package org.nepenthe.clinic.laboratory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nepenthe.clinic.record.EventJson;
import org.nepenthe.pharmacology.Band;
import org.nepenthe.pharmacology.effect.PainRelief;
import org.nepenthe.pharmacology.effect.ReferenceBand;

/// What the charts draw, as JSON; four digits are more than a screen can show.
final class Picture {
  private static final double DIGITS = 1e4;

  private final Map<String, Object> parts = new LinkedHashMap<>();

  Picture(Experiment experiment, List<Double> minutes, List<Line> lines) {
    parts.put("minutes", minutes);
    parts.put("end", experiment.end());
    parts.put("doses", doses(experiment));
    parts.put("lines", lines.stream().map(Picture::line).toList());
    Line.between(lines, line -> Optional.of(line.plasma()))
        .ifPresent(band -> parts.put("plasmaBand", pair(band)));
    Line.between(lines, Line::effect).ifPresent(band -> parts.put("effectBand", pair(band)));
  }

  private static List<List<Double>> doses(Experiment experiment) {
    var spans = new ArrayList<List<Double>>();
    experiment
        .regimen()
        .rates()
        .forEach(rate -> spans.add(List.of(rate.fromMinute(), rate.untilMinute())));
    experiment
        .regimen()
        .boluses()
        .forEach(bolus -> spans.add(List.of(bolus.atMinute(), bolus.atMinute())));
    experiment
        .regimen()
        .administrations()
        .forEach(dose -> spans.add(List.of(dose.atMinute(), dose.atMinute())));
    return spans;
  }

  private static Map<String, Object> line(Line line) {
    var one = new LinkedHashMap<String, Object>();
    one.put("name", line.model().title());
    one.put("matrix", line.model().matrix().plainWords());
    one.put("plasma", curve(line.plasma(), line.isBand()));
    line.effect().ifPresent(band -> one.put("effect", curve(band, differs(band))));
    return one;
  }

  private static boolean differs(Band band) {
    return !band.lower().equals(band.upper());
  }

  /// One list, or two where there is no single curve.
  private static List<List<Double>> curve(Band band, boolean both) {
    return both ? pair(band) : List.of(rounded(band.lower()));
  }

  Picture with(People people) {
    parts.put("people", people.percentiles().stream().map(Picture::rounded).toList());
    return this;
  }

  Picture occupancy(Band percent) {
    parts.put("occupancy", pair(percent));
    return this;
  }

  Picture relief(PainRelief.Forecast relief) {
    var one = new LinkedHashMap<String, Object>();
    one.put("minutes", relief.minutes());
    one.put("typical", percent(relief.typical()));
    one.put("band", List.of(percent(relief.band().lower()), percent(relief.band().upper())));
    parts.put("relief", one);
    return this;
  }

  Picture references(List<ReferenceBand> bands) {
    parts.put(
        "references",
        bands.stream()
            .map(band -> Map.of("title", band.title(), "from", band.from(), "to", band.to()))
            .toList());
    return this;
  }

  String json() {
    return EventJson.mapper().writeValueAsString(parts);
  }

  private static List<Double> percent(List<Double> fractions) {
    return rounded(fractions.stream().map(fraction -> fraction * 100).toList());
  }

  private static List<List<Double>> pair(Band band) {
    return List.of(rounded(band.lower()), rounded(band.upper()));
  }

  private static List<Double> rounded(List<Double> values) {
    return values.stream().map(Picture::rounded).toList();
  }

  private static double rounded(double value) {
    if (value < 1e-6) {
      return 0;
    }
    double scale = DIGITS / Math.pow(10, Math.ceil(Math.log10(value)));
    return Math.round(value * scale) / scale;
  }
}

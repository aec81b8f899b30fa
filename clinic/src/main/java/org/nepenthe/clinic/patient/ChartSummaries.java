package org.nepenthe.clinic.patient;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.nepenthe.care.chart.Allergy;
import org.nepenthe.care.chart.Chart;
import org.nepenthe.care.chart.Condition;
import org.nepenthe.care.chart.Finding;
import org.nepenthe.care.chart.Measurement;
import org.nepenthe.care.chart.Measurement.Category;
import org.nepenthe.care.chart.Medication;
import org.nepenthe.care.decision.Coded;
import org.nepenthe.clinic.patient.ChartSummary.Line;
import org.nepenthe.clinic.patient.ChartSummary.Series;
import org.nepenthe.clinic.patient.ChartSummary.Tile;
import org.nepenthe.clinic.platform.display.Age;
import org.nepenthe.clinic.platform.display.ClinicTime;
import org.nepenthe.clinic.platform.display.UnitText;

/// Writes a chart out for its page.
record ChartSummaries(ClinicTime time, Instant now) {
  private static final String SYSTOLIC = "8480-6";
  private static final String DIASTOLIC = "8462-4";
  private static final List<String> PRESSURE = List.of(SYSTOLIC, DIASTOLIC);

  /// The vital signs that stand first, in their order; each with the codes that mean it.
  private static final Map<String, List<String>> TILES = tiles();

  private static Map<String, List<String>> tiles() {
    var tiles = new LinkedHashMap<String, List<String>>();
    tiles.put("Pulse", List.of("8867-4"));
    tiles.put("Oxygen saturation", List.of("59408-5", "2708-6"));
    tiles.put("Weight", List.of("29463-7", "3141-9"));
    tiles.put("Height", List.of("8302-2"));
    tiles.put("Body mass index", List.of("39156-5"));
    return tiles;
  }

  ChartSummary of(Chart chart) {
    return new ChartSummary(
        vitalSigns(chart),
        problems(chart, true),
        problems(chart, false),
        medications(chart, true),
        medications(chart, false),
        chart.allergies().stream().map(this::allergy).toList(),
        chart.findings().stream().anyMatch(f -> Allergy.NO_DRUG_KNOWN.contains(f.what().code())),
        series(chart, Category.LABORATORY),
        series(chart, Category.SCORE),
        otherNumbers(chart),
        findings(chart),
        chart.procedures().stream()
            .map(p -> new Line(p.what().display(), known(p.what()), "", when(p.at()), ""))
            .toList(),
        unrecognised(chart));
  }

  private List<Tile> vitalSigns(Chart chart) {
    var all = new ArrayList<Tile>();
    all.add(pressure(chart));
    TILES.forEach((label, codes) -> all.add(tile(chart, label, codes)));
    return all;
  }

  private Tile tile(Chart chart, String label, List<String> codes) {
    return chart
        .latest(codes, now)
        .map(m ->
            new Tile(
                label,
                Shown.number(m.value()),
                UnitText.of(m.unit()),
                whenAndAge(m.at()),
                Shown.entered(m),
                Trend.of(values(chart, codes))))
        .orElseGet(() -> never(label));
  }

  /// The newest moment at which both were measured; halves of two measurements are no pressure.
  private Tile pressure(Chart chart) {
    var systolics = values(chart, List.of(SYSTOLIC));
    var diastolics = values(chart, List.of(DIASTOLIC));
    return systolics.stream()
        .filter(s -> !s.at().isAfter(now))
        .sorted(Comparator.comparing(Measurement::at).reversed())
        .flatMap(s ->
            diastolics.stream()
                .filter(d -> d.at().equals(s.at()))
                .limit(1)
                .map(d -> pressure(s, d, Trend.of(systolics))))
        .findFirst()
        .orElseGet(() -> never("Blood pressure"));
  }

  private Tile pressure(Measurement systolic, Measurement diastolic, Optional<Trend> trend) {
    return new Tile(
        "Blood pressure",
        Shown.number(systolic.value()) + "/" + Shown.number(diastolic.value()),
        UnitText.of(systolic.unit()),
        whenAndAge(systolic.at()),
        "",
        trend);
  }

  private static Tile never(String label) {
    return new Tile(label, "", "", "", "", Optional.empty());
  }

  private static List<Measurement> values(Chart chart, List<String> codes) {
    return chart.measurements().stream().filter(m -> codes.contains(m.what().code())).toList();
  }

  private List<Line> problems(Chart chart, boolean open) {
    return chart.conditions().stream()
        .filter(c -> (c.status() != Condition.Status.INACTIVE) == open)
        .map(c ->
            new Line(
                c.code().display(),
                known(c.code()),
                c.status() == Condition.Status.NOT_KNOWN ? "not known whether it goes on" : "",
                when(c.onset()),
                c.abated().map(at -> "until " + time.date(at)).orElse("")))
        .toList();
  }

  private List<Line> medications(Chart chart, boolean open) {
    return chart.medications().stream()
        .filter(m -> (m.status() != Medication.Status.STOPPED) == open)
        .map(m ->
            new Line(
                m.drug().display(),
                known(m.drug()),
                m.status() == Medication.Status.NOT_KNOWN ? "not known whether it is taken" : "",
                when(m.orderedAt()),
                m.dosage().orElse("")))
        .toList();
  }

  private Line allergy(Allergy allergy) {
    return new Line(
        allergy.substance().display(),
        known(allergy.substance()),
        switch (allergy.status()) {
          case ACTIVE -> "";
          case INACTIVE -> "past, says the source";
          case NOT_KNOWN -> "not known whether it still holds";
        },
        when(allergy.since()),
        allergy.reaction().orElse(""));
  }

  private List<Series> series(Chart chart, Category category) {
    return series(chart.measurements().stream().filter(m -> m.category() == category));
  }

  private List<Series> otherNumbers(Chart chart) {
    var shown = new LinkedHashSet<>(PRESSURE);
    TILES.values().forEach(shown::addAll);
    return series(
        chart.measurements().stream()
            .filter(m -> m.category() == Category.OTHER || m.category() == Category.VITAL_SIGN)
            .filter(m -> !shown.contains(m.what().code())));
  }

  private List<Series> series(Stream<Measurement> measurements) {
    var byCode = new LinkedHashMap<String, List<Measurement>>();
    measurements
        .sorted(Comparator.comparing(Measurement::at).reversed())
        .forEach(m ->
            byCode
                .computeIfAbsent(
                    m.what().system() + m.what().code() + m.unit(), _ -> new ArrayList<>())
                .add(m));
    return byCode.values().stream().map(this::series).toList();
  }

  private Series series(List<Measurement> newestFirst) {
    var latest = newestFirst.getFirst();
    return new Series(
        latest.what().display(),
        known(latest.what()),
        Shown.of(latest),
        whenAndAge(latest.at()),
        newestFirst.size(),
        Trend.of(newestFirst));
  }

  private List<Line> findings(Chart chart) {
    var newest = new LinkedHashMap<String, Finding>();
    chart.findings().stream()
        .sorted(Comparator.comparing(Finding::at).reversed())
        .forEach(
            f -> newest.putIfAbsent(f.what().system() + f.what().code() + f.what().display(), f));
    return newest.values().stream()
        .map(f ->
            new Line(
                f.what().display() + ": " + f.result().display(),
                known(f.what()),
                "",
                whenAndAge(f.at()),
                ""))
        .toList();
  }

  private static List<Coded> unrecognised(Chart chart) {
    Set<Coded> codes = new LinkedHashSet<>();
    Stream.of(
            chart.conditions().stream().map(Condition::code),
            chart.medications().stream().map(Medication::drug),
            chart.allergies().stream().map(Allergy::substance),
            chart.measurements().stream().map(Measurement::what),
            chart.findings().stream().map(Finding::what),
            chart.procedures().stream().map(p -> p.what()))
        .flatMap(all -> all)
        .filter(code -> !known(code))
        .forEach(codes::add);
    return List.copyOf(codes);
  }

  private static boolean known(Coded code) {
    return code instanceof Coded.Known;
  }

  private String when(Optional<Instant> at) {
    return at.map(time::date).orElse("");
  }

  private String whenAndAge(Instant at) {
    return time.date(at) + ", " + Age.of(at, now);
  }
}

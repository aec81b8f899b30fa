package org.nepenthe.clinic.patient;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.nepenthe.care.chart.Vocabulary;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.clinic.record.EventJson;
import org.nepenthe.fhir.BundleReader;
import org.nepenthe.fhir.BundleReading;
import org.nepenthe.fhir.BundleSource;
import org.nepenthe.fhir.Problem;
import org.nepenthe.fhir.Receipt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/// Brings files in, and keeps what became of each.
@Service
public class BundleImport {
  private static final JsonMapper MAPPER = EventJson.mapper();
  private static final int KEPT_UNRECOGNISED = 500;

  private final PatientCharts charts;
  private final BundleReader reader;
  private final JdbcClient jdbc;
  private final InstantSource clock;
  private final ZoneId zone;

  BundleImport(
      PatientCharts charts,
      Vocabulary vocabulary,
      JdbcClient jdbc,
      InstantSource clock,
      ZoneId zone) {
    this.charts = charts;
    this.reader = new BundleReader(vocabulary);
    this.jdbc = jdbc;
    this.clock = clock;
    this.zone = zone;
  }

  /// Imports one file on its own.
  public ImportReport importFile(String fileName, BundleSource source, Actor by) {
    return importFile(UUID.randomUUID(), 0, fileName, source, by);
  }

  /// @param run what was brought in together
  /// @param place of the file within it
  public ImportReport importFile(
      UUID run, int place, String fileName, BundleSource source, Actor by) {
    var report = report(fileName, source, by);
    keep(run, place, report, by);
    return report;
  }

  private ImportReport report(String fileName, BundleSource source, Actor by) {
    try {
      return switch (reader.read(source, new Receipt(clock.instant(), by.userId(), zone))) {
        case BundleReading.Read read -> charts.take(fileName, read, by);
        case BundleReading.Refused refused ->
            new ImportReport.Refused(fileName, refused.problems());
      };
    } catch (IOException unreadable) {
      return new ImportReport.Refused(
          fileName,
          List.of(
              new Problem(
                  "the whole file",
                  "the file cannot be read",
                  "Look whether it is still there and whether it may be read.")));
    }
  }

  private void keep(UUID run, int place, ImportReport report, Actor by) {
    var patient =
        switch (report) {
          case ImportReport.Taken taken -> taken.patient().value();
          case ImportReport.Refused _ -> null;
        };
    jdbc.sql(
            """
            insert into chart_import (import_id, run_id, place, file_name, patient_id, report,
              recorded_at, recorded_by, recorded_by_name)
            values (?, ?, ?, ?, ?::uuid, ?::jsonb, ?, ?, ?)
            """)
        .param(UUID.randomUUID())
        .param(run)
        .param(place)
        .param(report.fileName())
        .param(patient)
        .param(MAPPER.writeValueAsString(shortened(report)))
        .param(ChartFacts.utc(clock.instant()))
        .param(by.userId())
        .param(by.name())
        .update();
  }

  /// A file of only strange codes must not make a report as large as itself.
  private static ImportReport shortened(ImportReport report) {
    return switch (report) {
      case ImportReport.Taken taken ->
          new ImportReport.Taken(
              taken.fileName(),
              taken.patient(),
              taken.name(),
              taken.newPatient(),
              taken.identityChanged(),
              taken.kinds(),
              taken.notTaken().stream().limit(KEPT_UNRECOGNISED).toList(),
              taken.otherKinds(),
              taken.unrecognised().stream().limit(KEPT_UNRECOGNISED).toList());
      case ImportReport.Refused refused -> refused;
    };
  }

  /// Keeps that a file could not be taken over for a reason of our own.
  public void failed(UUID run, int place, String fileName, Actor by) {
    keep(
        run,
        place,
        new ImportReport.Refused(
            fileName,
            List.of(
                new Problem(
                    "the whole file",
                    "the clinic's system failed while it took the file over; nothing was stored",
                    "Try again. If it fails again, ask whoever looks after the system."))),
        by);
  }

  /// What became of the files of one run, in their order, as far as it has come.
  public List<ImportReport> reports(UUID run) {
    var reports = new HashMap<Integer, ImportReport>();
    jdbc.sql("select place, report from chart_import where run_id = ?")
        .param(run)
        .query(row -> {
          reports.put(
              row.getInt("place"), MAPPER.readValue(row.getString("report"), ImportReport.class));
        });
    var inOrder = new ArrayList<ImportReport>();
    reports.keySet().stream().sorted().forEach(place -> inOrder.add(reports.get(place)));
    return inOrder;
  }

  /// The newest files that were brought in.
  public List<Earlier> recent() {
    return jdbc.sql(
            """
            select run_id, file_name, patient_id is not null as taken, recorded_at,
              recorded_by_name
            from chart_import order by recorded_at desc limit 10
            """)
        .query((row, _) ->
            new Earlier(
                row.getObject("run_id", UUID.class),
                row.getString("file_name"),
                row.getBoolean("taken"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("recorded_by_name")))
        .list();
  }

  /// One file of an earlier import.
  public record Earlier(UUID run, String fileName, boolean taken, Instant at, String by) {}
}

package org.nepenthe.clinic.patient;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import javax.sql.DataSource;
import org.nepenthe.care.chart.Vocabulary;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.Coded;
import org.nepenthe.care.decision.Role;
import org.nepenthe.clinic.ClinicDatabase;
import org.nepenthe.fhir.BundleReader;
import org.nepenthe.fhir.BundleReading;
import org.nepenthe.fhir.Receipt;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The charts on a database of the test's own, at a moment the test chooses.
final class ChartStore {
  static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");
  static final Actor CLERK = new Actor("u1", "Cara Clerk", Role.FRONT_DESK);

  final JdbcClient jdbc;
  final PatientCharts charts;
  private final TransactionTemplate transaction;
  private final BundleReader reader;

  ChartStore(ClinicDatabase database) {
    this(database, Coded.Unrecognised::new);
  }

  ChartStore(ClinicDatabase database, Vocabulary vocabulary) {
    DataSource source = database.application();
    jdbc = JdbcClient.create(source);
    charts =
        new PatientCharts(jdbc, new JdbcTemplate(source), vocabulary, InstantSource.fixed(NOW));
    transaction = new TransactionTemplate(new JdbcTransactionManager(source));
    reader = new BundleReader(vocabulary);
  }

  ImportReport take(String bundle) {
    return switch (read(bundle)) {
      case BundleReading.Read read -> inTransaction(() -> charts.take("file.json", read, CLERK));
      case BundleReading.Refused refused ->
          new ImportReport.Refused("file.json", refused.problems());
    };
  }

  BundleReading read(String bundle) {
    var bytes = bundle.getBytes(StandardCharsets.UTF_8);
    try {
      return reader.read(
          () -> new ByteArrayInputStream(bytes), new Receipt(NOW, "u1", ZoneOffset.UTC));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  <T> T inTransaction(java.util.function.Supplier<T> work) {
    return transaction.execute(_ -> work.get());
  }

  /// How many rows each table of the chart has.
  Map<String, Long> rows() {
    var rows = new java.util.TreeMap<String, Long>();
    for (var table :
        new String[] {"patient", "chart_identity", "chart_fact", "patient_entry", "patient_word"}) {
      rows.put(table, jdbc.sql("select count(*) from " + table).query(Long.class).single());
    }
    return rows;
  }

  static String file(String path) {
    try (var in = ChartStore.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalArgumentException("no file " + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

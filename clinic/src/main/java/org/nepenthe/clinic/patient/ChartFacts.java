package org.nepenthe.clinic.patient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nepenthe.care.chart.Allergy;
import org.nepenthe.care.chart.Condition;
import org.nepenthe.care.chart.Fact;
import org.nepenthe.care.chart.Finding;
import org.nepenthe.care.chart.Measurement;
import org.nepenthe.care.chart.Medication;
import org.nepenthe.care.chart.ProcedureDone;
import org.nepenthe.care.chart.Provenance;
import org.nepenthe.care.chart.Withdrawn;
import org.nepenthe.care.decision.PatientId;
import org.nepenthe.clinic.patient.ImportReport.Counts;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of the facts: each version stays, the newest counts.
final class ChartFacts {
  private static final int BATCH = 1000;

  private static final String CURRENT =
      """
      select f.kind, f.content, f.source, f.source_id, f.recorded_at, f.recorded_by
      from chart_fact f
      where f.patient_id = ? and not exists (
        select 1 from chart_fact newer
        where newer.patient_id = f.patient_id and newer.source = f.source
          and newer.source_id = f.source_id and newer.revision > f.revision)
      """;

  private static final String AS_OF =
      """
      select f.kind, f.content, f.source, f.source_id, f.recorded_at, f.recorded_by
      from chart_fact f
      where f.patient_id = :patient and f.recorded_at <= :then and not exists (
        select 1 from chart_fact newer
        where newer.patient_id = f.patient_id and newer.source = f.source
          and newer.source_id = f.source_id and newer.revision > f.revision
          and newer.recorded_at <= :then)
      order by f.effective_at desc nulls last, f.source_id
      """;

  private final JdbcClient jdbc;
  private final JdbcOperations batches;
  private final FactJson json;

  ChartFacts(JdbcClient jdbc, JdbcOperations batches, FactJson json) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.json = json;
  }

  /// Every fact that counts today, newest first.
  List<Fact> all(PatientId patient) {
    return jdbc.sql(CURRENT + " order by f.effective_at desc nulls last, f.source_id")
        .param(patient.value())
        .query(this::fact)
        .list();
  }

  /// Every fact that counted at an earlier moment, newest first.
  List<Fact> allAsOf(PatientId patient, Instant then) {
    return jdbc.sql(AS_OF)
        .param("patient", patient.value())
        .param("then", utc(then))
        .query(this::fact)
        .list();
  }

  Map<PatientId, String> states(Collection<PatientId> patients) {
    var states = new HashMap<PatientId, String>();
    jdbc.sql(
            """
            select patient_id, count(*) as facts, max(recorded_at) as newest from (
              select patient_id, recorded_at from chart_fact where patient_id = any (?)
              union all
              select patient_id, recorded_at from chart_identity where patient_id = any (?)) as one
            group by patient_id
            """)
        .param(patients.stream().map(PatientId::value).toArray(UUID[]::new))
        .param(patients.stream().map(PatientId::value).toArray(UUID[]::new))
        .query(row -> {
          states.put(
              new PatientId(row.getObject("patient_id", UUID.class)),
              row.getString("facts") + " " + row.getString("newest"));
        });
    return states;
  }

  List<Fact> ofKind(PatientId patient, String kind) {
    return jdbc.sql(CURRENT + " and f.kind = ? order by f.effective_at desc nulls last")
        .param(patient.value())
        .param(kind)
        .query(this::fact)
        .list();
  }

  /// The newest facts of a kind with one of the codes, not later than a moment.
  List<Fact> latest(PatientId patient, String kind, List<String> codes, Instant notAfter, int n) {
    return jdbc.sql(
            CURRENT
                + """
                and f.kind = ? and f.code = any (?) and f.effective_at <= ?
                order by f.effective_at desc limit ?
                """)
        .param(patient.value())
        .param(kind)
        .param(codes.toArray(String[]::new))
        .param(utc(notAfter))
        .param(n)
        .query(this::fact)
        .list();
  }

  private Fact fact(ResultSet row, int number) throws SQLException {
    return json.read(
        row.getString("kind"),
        row.getString("content"),
        new Provenance(
            row.getString("source"),
            row.getString("source_id"),
            row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
            row.getString("recorded_by")));
  }

  /// Writes down what is not known yet. The caller holds the patient's lock.
  ///
  /// @return how many of each kind were new, changed and known
  SortedMap<String, Counts> add(PatientId patient, List<? extends Fact> facts) {
    var known = known(patient, facts.isEmpty() ? "" : facts.getFirst().provenance().source());
    var counts = new TreeMap<String, Counts>();
    var rows = new ArrayList<Row>();
    for (var fact : withWithdrawals(facts, known)) {
      var content = FactJson.write(fact);
      var hash = FactJson.hash(FactJson.kindOf(fact) + content);
      var before = known.get(fact.provenance().sourceId());
      if (fact instanceof Withdrawn && before == null) {
        continue;
      }
      counts.merge(FactJson.kindOf(fact), count(before, hash), Counts::plus);
      if (before == null || !before.hash().equals(hash)) {
        rows.add(new Row(fact, before == null ? 1 : before.revision() + 1, content, hash));
      }
    }
    insert(patient, rows);
    return counts;
  }

  /// A resource may hold several facts. Those which its newer version no longer has are withdrawn.
  private static List<Fact> withWithdrawals(List<? extends Fact> facts, Map<String, Known> known) {
    var all = new ArrayList<Fact>(facts);
    var stated = new HashSet<String>();
    var byResource = new HashMap<String, Fact>();
    for (var fact : facts) {
      stated.add(fact.provenance().sourceId());
      byResource.put(resource(fact.provenance().sourceId()), fact);
    }
    for (var id : known.keySet()) {
      var newer = byResource.get(resource(id));
      if (newer != null && !stated.contains(id)) {
        all.add(withdrawn(id, newer));
      }
    }
    return all;
  }

  private static Withdrawn withdrawn(String id, Fact newer) {
    var from = newer.provenance();
    return new Withdrawn(
        newer instanceof Withdrawn whole
            ? whole.reason()
            : "a newer version of the resource no longer has it",
        new Provenance(from.source(), id, from.recordedAt(), from.recordedBy()));
  }

  private static String resource(String sourceId) {
    int part = sourceId.indexOf('#');
    return part < 0 ? sourceId : sourceId.substring(0, part);
  }

  private static Counts count(@Nullable Known before, String hash) {
    if (before == null) {
      return new Counts(1, 0, 0);
    }
    return before.hash().equals(hash) ? new Counts(0, 0, 1) : new Counts(0, 1, 0);
  }

  private Map<String, Known> known(PatientId patient, String source) {
    var known = new HashMap<String, Known>();
    jdbc.sql(
            """
            select distinct on (source_id) source_id, revision, content_hash from chart_fact
            where patient_id = ? and source = ? order by source_id, revision desc
            """)
        .param(patient.value())
        .param(source)
        .query(row -> {
          known.put(
              row.getString("source_id"),
              new Known(row.getInt("revision"), row.getString("content_hash")));
        });
    return known;
  }

  private void insert(PatientId patient, List<Row> rows) {
    batches.batchUpdate(
        """
        insert into chart_fact (patient_id, source, source_id, revision, kind, code, effective_at,
          content, content_hash, recorded_at, recorded_by)
        values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)
        """,
        rows,
        BATCH,
        (statement, row) -> {
          var from = row.fact().provenance();
          statement.setObject(1, patient.value());
          statement.setString(2, from.source());
          statement.setString(3, from.sourceId());
          statement.setInt(4, row.revision());
          statement.setString(5, FactJson.kindOf(row.fact()));
          statement.setString(6, code(row.fact()));
          statement.setObject(
              7,
              effective(row.fact()).map(ChartFacts::utc).orElse(null),
              Types.TIMESTAMP_WITH_TIMEZONE);
          statement.setString(8, row.content());
          statement.setString(9, row.hash());
          statement.setObject(10, utc(from.recordedAt()));
          statement.setString(11, from.recordedBy());
        });
  }

  private static String code(Fact fact) {
    return switch (fact) {
      case Condition condition -> condition.code().code();
      case Medication medication -> medication.drug().code();
      case Measurement measurement -> measurement.what().code();
      case Finding finding -> finding.what().code();
      case Allergy allergy -> allergy.substance().code();
      case ProcedureDone procedure -> procedure.what().code();
      case Withdrawn _ -> "";
    };
  }

  private static Optional<Instant> effective(Fact fact) {
    return switch (fact) {
      case Condition condition -> condition.onset();
      case Medication medication -> medication.orderedAt();
      case Measurement measurement -> Optional.of(measurement.at());
      case Finding finding -> Optional.of(finding.at());
      case Allergy allergy -> allergy.since();
      case ProcedureDone procedure -> procedure.at();
      case Withdrawn _ -> Optional.empty();
    };
  }

  static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private record Known(int revision, String hash) {}

  private record Row(Fact fact, int revision, String content, String hash) {}
}

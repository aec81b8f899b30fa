package org.nepenthe.clinic.patient;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.nepenthe.care.chart.Identity;
import org.nepenthe.care.chart.Identity.Sex;
import org.nepenthe.care.chart.Provenance;
import org.nepenthe.care.decision.PatientId;
import org.nepenthe.clinic.record.EventJson;
import org.nepenthe.fhir.StatedIdentity;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// Who the patients are: every identity as it was stated, the newest counts.
final class PatientRegister {
  private static final JsonMapper MAPPER = EventJson.mapper();

  private final JdbcClient jdbc;

  PatientRegister(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Whoever writes about this patient queues here until the transaction ends.
  void lock(String identifierSystem, String identifier) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
        .param("patient:" + identifierSystem + "|" + identifier)
        .query((_, _) -> 0)
        .single();
  }

  Optional<PatientId> find(String identifierSystem, String identifier) {
    return jdbc.sql("select patient_id from patient where identifier_system = ? and identifier = ?")
        .param(identifierSystem)
        .param(identifier)
        .query((row, _) -> new PatientId(row.getObject(1, UUID.class)))
        .optional();
  }

  PatientId register(StatedIdentity stated, Instant at) {
    var id = new PatientId(UUID.randomUUID());
    jdbc.sql(
            """
            insert into patient (patient_id, identifier_system, identifier, registered_at)
            values (?, ?, ?, ?)
            """)
        .param(id.value())
        .param(stated.identifierSystem())
        .param(stated.identifier())
        .param(ChartFacts.utc(at))
        .update();
    return id;
  }

  Optional<Identity> identity(PatientId patient) {
    return identityAsOf(patient, OffsetDateTime.MAX);
  }

  /// Who the patient was taken for at an earlier moment.
  Optional<Identity> identityAsOf(PatientId patient, Instant then) {
    return identityAsOf(patient, ChartFacts.utc(then));
  }

  private Optional<Identity> identityAsOf(PatientId patient, OffsetDateTime then) {
    return jdbc.sql(
            """
            select p.identifier_system, p.identifier, i.content, i.source_id, i.recorded_at,
              i.recorded_by
            from patient p join chart_identity i using (patient_id)
            where p.patient_id = ? and i.recorded_at <= ? order by i.revision desc limit 1
            """)
        .param(patient.value())
        .param(then)
        .query((row, _) -> {
          var content = MAPPER.readValue(row.getString("content"), Content.class);
          return new Identity(
              patient,
              row.getString("identifier_system"),
              row.getString("identifier"),
              content.family(),
              content.given(),
              content.birthDate(),
              content.sex(),
              content.deceasedAt(),
              new Provenance(
                  row.getString("identifier_system"),
                  row.getString("source_id"),
                  row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                  row.getString("recorded_by")));
        })
        .optional();
  }

  /// Writes the identity down where it is not known just so. The caller holds the patient's lock.
  ///
  /// @return whether it was new or another
  boolean state(PatientId patient, StatedIdentity stated, Instant at, String by) {
    var content =
        MAPPER.writeValueAsString(
            new Content(
                stated.family(),
                stated.given(),
                stated.birthDate(),
                stated.sex(),
                stated.deceasedAt()));
    var hash = FactJson.hash(content);
    var newest =
        jdbc.sql(
                """
                select content_hash from chart_identity where patient_id = ?
                order by revision desc limit 1
                """)
            .param(patient.value())
            .query(String.class)
            .optional();
    if (newest.filter(hash::equals).isPresent()) {
      return false;
    }
    jdbc.sql(
            """
            insert into chart_identity (patient_id, revision, content, content_hash, source_id,
              recorded_at, recorded_by)
            select :patient, coalesce(max(revision), 0) + 1, :content::jsonb, :hash, :source, :at,
              :by
            from chart_identity where patient_id = :patient
            """)
        .param("patient", patient.value())
        .param("content", content)
        .param("hash", hash)
        .param("source", stated.sourceId())
        .param("at", ChartFacts.utc(at))
        .param("by", by)
        .update();
    enter(patient, stated);
    return true;
  }

  private void enter(PatientId patient, StatedIdentity stated) {
    jdbc.sql(
            """
            insert into patient_entry (patient_id, family, given, identifier, birth_date, deceased,
              sort_name)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (patient_id) do update set family = excluded.family,
              given = excluded.given, birth_date = excluded.birth_date,
              deceased = excluded.deceased, sort_name = excluded.sort_name
            """)
        .param(patient.value())
        .param(stated.family())
        .param(stated.given())
        .param(stated.identifier())
        .param(stated.birthDate())
        .param(stated.deceasedAt().isPresent())
        .param(SearchWords.folded(stated.family() + " " + stated.given()))
        .update();
    jdbc.sql("delete from patient_word where patient_id = ?").param(patient.value()).update();
    for (var word : SearchWords.of(stated)) {
      jdbc.sql("insert into patient_word (patient_id, word) values (?, ?)")
          .param(patient.value())
          .param(word)
          .update();
    }
  }

  /// Stored form of an identity; the identifier stands beside it.
  private record Content(
      String family, String given, LocalDate birthDate, Sex sex, Optional<Instant> deceasedAt) {}

  /// The name in the order in which a list shows it.
  static String listName(Identity identity) {
    var family = identity.family().toUpperCase(Locale.ROOT);
    return identity.given().isEmpty() ? family : family + ", " + identity.given();
  }
}

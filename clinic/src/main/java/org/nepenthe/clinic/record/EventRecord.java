package org.nepenthe.clinic.record;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nepenthe.care.decision.PatientId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The record: append-only streams of events, one a course, one an infusion.
///
/// An append names the version the writer saw and a command key. It writes the events, the key and
/// every projection in one transaction, or nothing. What it has returned survives a crash: the
/// database acknowledges a commit only when it is on disk.
@Service
public class EventRecord {
  private final JdbcClient jdbc;
  private final EventJson json;
  private final List<Projection> projections;
  private final ApplicationEventPublisher publisher;
  private final InstantSource clock;

  EventRecord(
      JdbcClient jdbc,
      EventJson json,
      List<Projection> projections,
      ApplicationEventPublisher publisher,
      InstantSource clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.projections = List.copyOf(projections);
    this.publisher = publisher;
    this.clock = clock;
  }

  /// Appends events, once for each command key.
  ///
  /// @throws StreamConflict if the stream is not at the version the writer saw
  @Transactional
  public Appended append(Append append) {
    var earlier = claim(append);
    if (earlier.isPresent()) {
      return new Appended(append.stream(), earlier.get(), true);
    }
    open(append);
    var head = lockHead(append.stream());
    if (head.version() != append.expectedVersion()) {
      throw new StreamConflict(append.stream(), append.expectedVersion(), head.version());
    }
    var recordedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
    for (var happening : append.happenings()) {
      head = insert(append, happening, head, recordedAt);
    }
    publisher.publishEvent(new RecordAppended(append.stream(), append.patient(), head.version()));
    return new Appended(append.stream(), head.version(), false);
  }

  /// Whether a command was carried out, and the version its stream had then.
  public Optional<Long> versionAfter(CommandKey key) {
    return jdbc.sql("select version from record_command where command_key = ?")
        .param(key.value())
        .query(Long.class)
        .optional();
  }

  /// All events of a stream, oldest first; none where the stream does not exist.
  public List<RecordedEvent> read(StreamId stream) {
    return jdbc
        .sql(StoredEvent.SELECT + " where e.stream = ? order by e.version")
        .param(stream.value())
        .query(StoredEvent::from)
        .list()
        .stream()
        .map(stored -> stored.opened(json))
        .toList();
  }

  /// Every event about a patient, in the order in which they were written down.
  public List<RecordedEvent> readAbout(PatientId patient) {
    return jdbc
        .sql(StoredEvent.SELECT + " where s.patient_id = ? order by e.position")
        .param(patient.value())
        .query(StoredEvent::from)
        .list()
        .stream()
        .map(stored -> stored.opened(json))
        .toList();
  }

  /// Whose stream it is; empty where the stream does not exist.
  public Optional<PatientId> patientOf(StreamId stream) {
    return jdbc.sql("select patient_id from record_stream where stream = ?")
        .param(stream.value())
        .query((row, _) -> new PatientId(row.getObject("patient_id", UUID.class)))
        .optional();
  }

  /// The streams of one kind about a patient, oldest first.
  public List<StreamId> streamsAbout(PatientId patient, String kind) {
    return jdbc.sql(
            "select stream from record_stream where patient_id = ? and stream like ?"
                + " order by opened_at, stream")
        .param(patient.value())
        .param(kind + ":%")
        .query((row, _) -> new StreamId(row.getString("stream")))
        .list();
  }

  /// Every stream of one kind, oldest first.
  public List<StreamId> streams(String kind) {
    return jdbc.sql(
            "select stream from record_stream where stream like ? order by opened_at, stream")
        .param(kind + ":%")
        .query((row, _) -> new StreamId(row.getString("stream")))
        .list();
  }

  /// Throws every projection's rows away and makes them anew from all events.
  @Transactional
  public void rebuildProjections() {
    projections.forEach(Projection::clear);
    try (var events =
        jdbc.sql(StoredEvent.SELECT + " order by e.position").query(StoredEvent::from).stream()) {
      events
          .map(stored -> stored.opened(json))
          .forEach(event -> projections.forEach(projection -> projection.apply(event)));
    }
  }

  /// Claims the key for this transaction. A second claimant waits here for the first to commit.
  private Optional<Long> claim(Append append) {
    int claimed =
        jdbc.sql(
                """
                insert into record_command (command_key, stream, version, recorded_at)
                values (?, ?, ?, ?) on conflict do nothing
                """)
            .param(append.key().value())
            .param(append.stream().value())
            .param(append.expectedVersion() + append.happenings().size())
            .param(clock.instant().atOffset(ZoneOffset.UTC))
            .update();
    return claimed == 1 ? Optional.empty() : versionAfter(append.key());
  }

  private void open(Append append) {
    jdbc.sql(
            """
            insert into record_stream (stream, patient_id, opened_at) values (?, ?, ?)
            on conflict do nothing
            """)
        .param(append.stream().value())
        .param(append.patient().value())
        .param(clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    var owner = patientOf(append.stream()).orElseThrow();
    if (!owner.equals(append.patient())) {
      throw new WrongPatient();
    }
  }

  /// Writers of one stream queue here, so that each sees the head the one before left.
  private Head lockHead(StreamId stream) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
        .param(stream.value())
        .query((_, _) -> 0)
        .single();
    return jdbc.sql(
            """
            select version, hash from record_event where stream = ?
            order by version desc limit 1
            """)
        .param(stream.value())
        .query((row, _) -> new Head(row.getLong("version"), row.getString("hash")))
        .optional()
        .orElse(new Head(0, HashChain.START));
  }

  private Head insert(Append append, Happening happening, Head head, Instant recordedAt) {
    var type = EventJson.typeOf(happening.event().getClass());
    var stored =
        new StoredEvent(
            0,
            append.stream().value(),
            head.version() + 1,
            append.patient().value(),
            type,
            json.currentVersion(type),
            json.write(happening.event()),
            happening.happenedAt().truncatedTo(ChronoUnit.MICROS),
            recordedAt,
            append.actor().userId(),
            append.actor().name(),
            append.actor().role().name(),
            append.device(),
            append.key().value(),
            head.hash(),
            "");
    var hash = HashChain.next(head.hash(), stored);
    long position =
        jdbc.sql(
                """
                insert into record_event (stream, version, event_type, payload_version, payload,
                  happened_at, recorded_at, actor_id, actor_name, actor_role, device, command_key,
                  previous_hash, hash)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning position
                """)
            .param(stored.stream())
            .param(stored.version())
            .param(stored.type())
            .param(stored.payloadVersion())
            .param(stored.payload())
            .param(stored.happenedAt().atOffset(ZoneOffset.UTC))
            .param(recordedAt.atOffset(ZoneOffset.UTC))
            .param(stored.actorId())
            .param(stored.actorName())
            .param(stored.actorRole())
            .param(stored.device())
            .param(stored.commandKey())
            .param(stored.previousHash())
            .param(hash)
            .query(Long.class)
            .single();
    var recorded =
        new RecordedEvent(
            position,
            append.stream(),
            stored.version(),
            append.patient(),
            type,
            happening.event(),
            stored.happenedAt(),
            recordedAt,
            append.actor(),
            append.device(),
            append.key().value(),
            hash);
    projections.forEach(projection -> projection.apply(recorded));
    return new Head(stored.version(), hash);
  }

  private record Head(long version, String hash) {}
}

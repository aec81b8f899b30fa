package org.nepenthe.clinic.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.PatientId;
import org.nepenthe.care.decision.Role;

/// One row of `record_event`, exactly as stored.
record StoredEvent(
    long position,
    String stream,
    long version,
    UUID patient,
    String type,
    int payloadVersion,
    String payload,
    Instant happenedAt,
    Instant recordedAt,
    String actorId,
    String actorName,
    String actorRole,
    String device,
    String commandKey,
    String previousHash,
    String hash) {

  static final String SELECT =
      """
      select e.position, e.stream, e.version, s.patient_id, e.event_type, e.payload_version,
             e.payload, e.happened_at, e.recorded_at, e.actor_id, e.actor_name, e.actor_role,
             e.device, e.command_key, e.previous_hash, e.hash
      from record_event e join record_stream s on s.stream = e.stream
      """;

  static StoredEvent from(ResultSet row, int number) throws SQLException {
    return new StoredEvent(
        row.getLong("position"),
        row.getString("stream"),
        row.getLong("version"),
        row.getObject("patient_id", UUID.class),
        row.getString("event_type"),
        row.getInt("payload_version"),
        row.getString("payload"),
        row.getObject("happened_at", OffsetDateTime.class).toInstant(),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        row.getString("actor_id"),
        row.getString("actor_name"),
        row.getString("actor_role"),
        row.getString("device"),
        row.getString("command_key"),
        row.getString("previous_hash"),
        row.getString("hash"));
  }

  RecordedEvent opened(EventJson json) {
    return new RecordedEvent(
        position,
        new StreamId(stream),
        version,
        new PatientId(patient),
        type,
        json.read(type, payloadVersion, payload),
        happenedAt,
        recordedAt,
        new Actor(actorId, actorName, Role.valueOf(actorRole)),
        device,
        commandKey,
        hash);
  }
}

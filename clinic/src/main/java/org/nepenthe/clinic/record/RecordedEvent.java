package org.nepenthe.clinic.record;

import java.time.Instant;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.CareEvent;
import org.nepenthe.care.decision.PatientId;

/// An event as it stands in the record.
///
/// @param position its place among all events of all streams, for listing and replay
/// @param happenedAt when it happened, as whoever recorded it said
/// @param recordedAt when it was written down
/// @param commandKey of the command it came with: the key of the form that was sent
/// @param hash of this event and all before it in its stream, in hexadecimal
public record RecordedEvent(
    long position,
    StreamId stream,
    long version,
    PatientId patient,
    String type,
    CareEvent event,
    Instant happenedAt,
    Instant recordedAt,
    Actor actor,
    String device,
    String commandKey,
    String hash) {}

package org.nepenthe.care.infusion;

import java.time.Instant;

/// One event as it stands in the infusion's stream.
///
/// @param number its place in the stream, from 1
/// @param recordedAt when the system learned of it, which may be later than when it happened
public record LogEntry(long number, Instant recordedAt, InfusionEvent event) {}

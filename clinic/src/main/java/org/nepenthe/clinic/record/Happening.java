package org.nepenthe.clinic.record;

import java.time.Instant;
import org.nepenthe.care.decision.CareEvent;

/// An event with the clock time at which it happened, which may be before it is written down.
public record Happening(CareEvent event, Instant happenedAt) {}

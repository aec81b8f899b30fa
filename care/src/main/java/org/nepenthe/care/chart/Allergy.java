package org.nepenthe.care.chart;

import java.time.Instant;
import java.util.Optional;
import org.nepenthe.care.decision.Coded;

/// A recorded allergy or intolerance. An empty list of these says nothing about having none.
public record Allergy(
    Coded substance, Optional<String> reaction, Optional<Instant> since, Provenance provenance) {}

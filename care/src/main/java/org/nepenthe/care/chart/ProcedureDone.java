package org.nepenthe.care.chart;

import java.time.Instant;
import java.util.Optional;
import org.nepenthe.care.decision.Coded;

/// A procedure that was done.
public record ProcedureDone(Coded what, Optional<Instant> at, Provenance provenance)
    implements Fact {}

package org.nepenthe.care.outcome;

import java.math.BigDecimal;
import java.time.Instant;

/// One valid score and when the patient gave it.
public record Scored(BigDecimal value, Instant at) {}

package org.nepenthe.care.chart;

import java.time.Instant;
import org.nepenthe.care.decision.Coded;

/// An observation whose result is words or a code and not a number: a pregnancy test, a smoking
/// habit, a statement that no allergy is known.
///
/// @param what the question
/// @param result the answer; plain words come as an unrecognised value without system and code
public record Finding(Coded what, Coded result, Instant at, Provenance provenance)
    implements Fact {}

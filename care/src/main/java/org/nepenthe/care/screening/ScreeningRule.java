package org.nepenthe.care.screening;

import java.time.Instant;

/// One rule, as its knowledge entry states it on a day.
sealed interface ScreeningRule
    permits AgeLimit, AttestedFact, IndicationGrade, MeasurementLimit, PainDuration, PreTest {
  Assessed assess(ScreeningFacts facts, Instant at);
}

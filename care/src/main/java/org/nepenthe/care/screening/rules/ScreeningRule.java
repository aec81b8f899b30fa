package org.nepenthe.care.screening.rules;

import java.time.Instant;
import org.nepenthe.care.screening.facts.ScreeningFacts;

/// One rule, as its knowledge entry states it on a day.
sealed interface ScreeningRule
    permits AgeLimit,
        AttestedFact,
        Consistency,
        ExaminationRule,
        IndicationGrade,
        MeasurementLimit,
        OpioidLoadRule,
        PainDuration,
        PreTest,
        SedativeLoadRule,
        TherapyTrials,
        UpperLimitMultiple {
  Scope looksAt();

  Assessed assess(ScreeningFacts facts, Instant at);
}

package org.nepenthe.clinic.infusion;

import java.time.Instant;
import java.util.Optional;
import org.nepenthe.care.decision.CourseId;
import org.nepenthe.care.decision.InfusionId;
import org.nepenthe.care.decision.PatientId;

/// One infusion in a list.
///
/// @param closedAt when the patient was discharged or the preparation given up
public record InfusionRow(
    InfusionId infusion,
    PatientId patient,
    CourseId course,
    int number,
    Instant openedAt,
    Optional<Instant> startedAt,
    Optional<Instant> stoppedAt,
    Optional<Instant> closedAt) {}

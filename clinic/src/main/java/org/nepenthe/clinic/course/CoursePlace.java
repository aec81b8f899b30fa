package org.nepenthe.clinic.course;

import java.time.Instant;
import java.util.Optional;
import org.nepenthe.care.decision.CourseId;
import org.nepenthe.care.decision.InfusionId;
import org.nepenthe.care.decision.PatientId;

/// Where a course stands, for lists of many.
///
/// @param step what is to be done next
/// @param since when it came to that step
/// @param standing what screening came to, in words; empty before
/// @param approvedUntil when the approval of the plan at hand ends
/// @param infusion the one opened last
/// @param decision what was decided at the end; empty before
public record CoursePlace(
    CourseId course,
    PatientId patient,
    Step step,
    Instant since,
    String standing,
    Optional<Instant> approvedUntil,
    Optional<InfusionId> infusion,
    boolean decided,
    String decision) {}

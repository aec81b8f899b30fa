package org.nepenthe.care.planning.series;

import org.nepenthe.care.decision.CourseId;
import org.nepenthe.care.decision.PatientId;

/// A planned infusion with whose it is.
public record Booking(CourseId course, PatientId patient, PlannedInfusion infusion) {}

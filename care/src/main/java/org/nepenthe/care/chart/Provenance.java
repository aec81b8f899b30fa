package org.nepenthe.care.chart;

import java.time.Instant;

/// Where a fact came from and when it reached us.
///
/// @param source the system or form it came from, as shown to the clinician
/// @param sourceId the fact's own name in that source; the same fact sent again has the same
/// @param recordedAt when it was written down here
/// @param recordedBy user id of who brought it in
public record Provenance(String source, String sourceId, Instant recordedAt, String recordedBy) {}

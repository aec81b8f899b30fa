package org.nepenthe.fhir;

import java.time.Instant;
import java.time.ZoneId;

/// The circumstances in which a bundle is read.
///
/// @param at now; what is dated after it is refused
/// @param by user id of who brings the bundle in
/// @param zone the clinic's time zone, for dates without a time
public record Receipt(Instant at, String by, ZoneId zone) {}

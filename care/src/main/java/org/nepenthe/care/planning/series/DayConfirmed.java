package org.nepenthe.care.planning.series;

import java.time.Instant;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.CareEvent;

/// One item of the list before the day was asked of the patient; the newest answer counts.
///
/// @param item its key in the knowledge
/// @param words the item as it read then
/// @param so whether it is as it has to be
/// @param note what the patient said, where it is not
public record DayConfirmed(
    int number, String item, String words, boolean so, String note, Instant at, Actor by)
    implements CareEvent {}

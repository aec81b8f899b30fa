package org.nepenthe.care.followup;

import java.time.Instant;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.CareEvent;
import org.nepenthe.care.infusion.AdverseEvent;

/// Something unwanted that the patient tells of after having gone home.
public record HarmReported(AdverseEvent event, Instant at, Actor by) implements CareEvent {}

package org.nepenthe.care.planning.series;

import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.CareEvent;

/// One planned infusion will not take place on its day.
public record DayCalledOff(int number, String reason, Actor by) implements CareEvent {}

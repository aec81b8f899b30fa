package org.nepenthe.care.planning.series;

import java.util.List;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.CareEvent;

/// The days of a course's further infusions were planned; it takes the place of every day planned
/// before.
public record SeriesPlanned(List<PlannedInfusion> infusions, Actor by) implements CareEvent {
  public SeriesPlanned {
    infusions = List.copyOf(infusions);
  }
}

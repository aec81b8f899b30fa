package org.nepenthe.care.infusion.recovery;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.nepenthe.care.infusion.InfusionEvent;
import org.nepenthe.care.infusion.InfusionEvent.AdverseEventRecorded;
import org.nepenthe.care.infusion.InfusionEvent.AdverseEventSettled;
import org.nepenthe.care.infusion.InfusionEvent.DrivingAdviceGiven;
import org.nepenthe.care.infusion.InfusionEvent.EscortNamed;
import org.nepenthe.care.infusion.InfusionEvent.OrientationChecked;
import org.nepenthe.care.infusion.InfusionEvent.RecoveryScored;
import org.nepenthe.care.infusion.InfusionLog;
import org.nepenthe.care.infusion.LogEntry;

/// What is on record of a patient's way home.
///
/// @param score the newest taken after the pump was off
/// @param orientation the newest taken after the pump was off
/// @param advice the newest, given after the pump was off
/// @param open adverse events of which nobody has said what became of them
public record RecoveryFacts(
    Optional<RecoveryScored> score,
    Optional<OrientationChecked> orientation,
    Optional<EscortNamed> escort,
    Optional<DrivingAdviceGiven> advice,
    List<LogEntry> open) {
  public RecoveryFacts {
    open = List.copyOf(open);
  }

  /// @param pumpOffAt what was found before then says nothing about recovery
  public static RecoveryFacts of(InfusionLog log, Instant pumpOffAt) {
    return new RecoveryFacts(
        newest(log, RecoveryScored.class, pumpOffAt),
        newest(log, OrientationChecked.class, pumpOffAt),
        newest(log, EscortNamed.class, Instant.MIN),
        newest(log, DrivingAdviceGiven.class, pumpOffAt),
        open(log));
  }

  private static <E extends InfusionEvent> Optional<E> newest(
      InfusionLog log, Class<E> type, Instant notBefore) {
    return log.standing().stream()
        .map(LogEntry::event)
        .filter(type::isInstance)
        .map(type::cast)
        .filter(event -> !event.at().isBefore(notBefore))
        .reduce((a, b) -> b.at().isBefore(a.at()) ? a : b);
  }

  private static List<LogEntry> open(InfusionLog log) {
    var settled = new HashSet<Long>();
    for (var entry : log.standing()) {
      if (entry.event() instanceof AdverseEventSettled settlement) {
        settled.add(settlement.entry());
      }
    }
    return log.standing().stream()
        .filter(entry -> entry.event() instanceof AdverseEventRecorded)
        .filter(entry -> !settled.contains(entry.number()))
        .toList();
  }
}

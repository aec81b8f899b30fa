package org.nepenthe.clinic.infusion;

import org.nepenthe.care.infusion.InfusionCommand;
import org.nepenthe.care.infusion.InfusionEvent;
import org.nepenthe.care.infusion.InfusionEvent.DrugChecked;
import org.nepenthe.care.infusion.InfusionEvent.DrugPrepared;
import org.nepenthe.care.infusion.InfusionEvent.EntryStruck;
import org.nepenthe.care.infusion.InfusionEvent.PumpEvent;
import org.nepenthe.care.infusion.InfusionEvent.TakenAsked;
import org.nepenthe.care.infusion.InfusionEvent.TakenOverridden;
import org.nepenthe.care.infusion.InfusionLog;
import org.nepenthe.care.infusion.LogEntry;

/// Which news makes a form that was opened before it worthless. Two sets of observations stand
/// beside each other; two changes of the rate do not.
final class Relevance {
  private Relevance() {}

  static boolean changedSince(InfusionLog log, InfusionCommand command, long seen) {
    return log.entries().stream()
        .filter(entry -> entry.number() > seen)
        .anyMatch(entry -> matters(log, command, entry));
  }

  private static boolean matters(InfusionLog log, InfusionCommand command, LogEntry entry) {
    return switch (command) {
      case InfusionCommand.ChangeRate _,
          InfusionCommand.Hold _,
          InfusionCommand.Resume _,
          InfusionCommand.Stop _,
          InfusionCommand.Confirm _ ->
          isPump(log, entry);
      case InfusionCommand.Start _ ->
          isPump(log, entry) || isPreparation(entry.event()) || isTaken(entry.event());
      case InfusionCommand.Prepare _, InfusionCommand.Check _ -> isPreparation(entry.event());
      case InfusionCommand.AskTaken _, InfusionCommand.OverrideTaken _ -> isTaken(entry.event());
      case InfusionCommand.TickTimeOut _,
          InfusionCommand.Abandon _,
          InfusionCommand.Interrupt _,
          InfusionCommand.Observe _,
          InfusionCommand.GiveRescue _,
          InfusionCommand.RecordAdverseEvent _,
          InfusionCommand.Strike _,
          InfusionCommand.Acknowledge _ ->
          false;
    };
  }

  private static boolean isPreparation(InfusionEvent event) {
    return event instanceof DrugPrepared || event instanceof DrugChecked;
  }

  private static boolean isTaken(InfusionEvent event) {
    return event instanceof TakenAsked || event instanceof TakenOverridden;
  }

  private static boolean isPump(InfusionLog log, LogEntry entry) {
    return switch (entry.event()) {
      case PumpEvent _ -> true;
      case EntryStruck(var number, _, _, _) ->
          log.entry(number).map(struck -> struck.event() instanceof PumpEvent).orElse(false);
      case InfusionEvent _ -> false;
    };
  }
}

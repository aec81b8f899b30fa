package org.nepenthe.care.infusion;

import java.util.Optional;
import org.nepenthe.care.decision.Role;
import org.nepenthe.care.infusion.observation.ObservationSource;

/// Whether something somebody did can go on record. Every answer is events or reasons why not; the
/// same state, command and moment always give the same answer.
public final class InfusionDecisions {
  private InfusionDecisions() {}

  public static Outcome decide(
      Infusion infusion, InfusionCommand command, Deed deed, InfusionRules rules) {
    var notAllowed = roleRefusal(command, deed);
    if (notAllowed.isPresent()) {
      return notAllowed.get();
    }
    return switch (command) {
      case InfusionCommand.TickTimeOut tick -> Preparation.tick(infusion, tick, deed, rules);
      case InfusionCommand.AskTaken ask -> SinceYesterday.ask(infusion, ask, deed, rules);
      case InfusionCommand.OverrideTaken override ->
          SinceYesterday.override(infusion, override, deed, rules);
      case InfusionCommand.Prepare prepare -> Preparation.prepare(infusion, prepare, deed, rules);
      case InfusionCommand.Check check -> Preparation.check(infusion, check, deed, rules);
      case InfusionCommand.Abandon abandon -> Preparation.abandon(infusion, abandon, deed);
      case InfusionCommand.Start start -> Preparation.start(infusion, start, deed, rules);
      case InfusionCommand.ChangeRate change ->
          PumpEntries.changeRate(infusion, change, deed, rules);
      case InfusionCommand.Hold hold -> PumpEntries.hold(infusion, hold, deed);
      case InfusionCommand.Resume resume -> PumpEntries.resume(infusion, resume, deed, rules);
      case InfusionCommand.Stop stop -> PumpEntries.stop(infusion, stop, deed);
      case InfusionCommand.Confirm confirm -> PumpEntries.confirm(infusion, confirm, deed);
      case InfusionCommand.Interrupt interrupt -> PumpEntries.interrupt(infusion, interrupt, deed);
      case InfusionCommand.Observe observe -> ChartEntries.observe(infusion, observe, deed, rules);
      case InfusionCommand.GiveRescue give -> ChartEntries.rescue(infusion, give, deed, rules);
      case InfusionCommand.RecordAdverseEvent event ->
          ChartEntries.adverseEvent(infusion, event, deed);
      case InfusionCommand.Strike strike -> ChartEntries.strike(infusion, strike, deed);
      case InfusionCommand.Acknowledge alert -> ChartEntries.acknowledge(infusion, alert, deed);
    };
  }

  /// Whether an entry can be struck through: observations, events, and the newest pump entry.
  public static boolean strikeable(InfusionLog log, LogEntry entry) {
    return log.strike(entry).isEmpty() && ChartEntries.strikeable(log, entry);
  }

  private static Optional<Outcome> roleRefusal(InfusionCommand command, Deed deed) {
    boolean allowed =
        switch (command) {
          case InfusionCommand.Interrupt _ -> deed.by().role() == Role.SYSTEM;
          case InfusionCommand.Observe(var source, _) ->
              clinical(deed.by().role())
                  || (deed.by().role() == Role.SYSTEM && source != ObservationSource.BY_HAND);
          case InfusionCommand.OverrideTaken _ -> deed.by().role() == Role.PHYSICIAN;
          case InfusionCommand.Prepare _, InfusionCommand.Check _ ->
              clinical(deed.by().role()) || deed.by().role() == Role.PHARMACIST;
          case InfusionCommand _ -> clinical(deed.by().role());
        };
    return allowed
        ? Optional.empty()
        : Optional.of(Outcome.refuse("", "A " + deed.by().role().words() + " cannot record this"));
  }

  private static boolean clinical(Role role) {
    return role == Role.NURSE || role == Role.PHYSICIAN;
  }
}

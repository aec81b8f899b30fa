package org.nepenthe.care.infusion;

import java.time.Instant;
import java.util.List;
import org.nepenthe.care.infusion.InfusionEvent.InfusionHeld;
import org.nepenthe.care.infusion.InfusionEvent.InfusionResumed;
import org.nepenthe.care.infusion.InfusionEvent.InfusionStarted;
import org.nepenthe.care.infusion.InfusionEvent.InfusionStopped;
import org.nepenthe.care.infusion.InfusionEvent.MonitoringInterrupted;
import org.nepenthe.care.infusion.InfusionEvent.PatientDischarged;
import org.nepenthe.care.infusion.InfusionEvent.PreparationAbandoned;
import org.nepenthe.care.infusion.InfusionEvent.PumpConfirmed;
import org.nepenthe.care.infusion.InfusionEvent.PumpEvent;
import org.nepenthe.care.infusion.InfusionEvent.RateChanged;
import org.nepenthe.care.infusion.pump.PumpState;
import org.nepenthe.quantity.PumpRate;

/// One administration in the state it is in. What can be recorded about it depends on the state:
/// there is no way to change the rate of an infusion nobody started.
public sealed interface Infusion {
  InfusionLog log();

  /// Before the first drop.
  record Preparing(InfusionLog log) implements Infusion {}

  record Abandoned(InfusionLog log, Instant since) implements Infusion {}

  record Infusing(InfusionLog log, PumpRate rate, Instant since) implements Infusion {}

  record Held(InfusionLog log, String reason, Instant since) implements Infusion {}

  /// The system was down, and nobody has said yet what the pump does. It may be running.
  record Unconfirmed(InfusionLog log, Instant since) implements Infusion {}

  /// The pump is off for good; the patient is still observed.
  record Recovering(InfusionLog log, Instant since) implements Infusion {}

  record Discharged(InfusionLog log, Instant since) implements Infusion {}

  /// Rebuilds the state from everything on record.
  static Infusion replay(List<LogEntry> entries) {
    return of(new InfusionLog(entries));
  }

  static Infusion of(InfusionLog log) {
    Infusion state = new Preparing(log);
    for (var entry : log.standing()) {
      state =
          switch (entry.event()) {
            case PumpEvent event -> afterPump(log, event);
            case PatientDischarged discharged -> new Discharged(log, discharged.at());
            case PreparationAbandoned abandoned -> new Abandoned(log, abandoned.at());
            case InfusionEvent _ -> state;
          };
    }
    return state;
  }

  private static Infusion afterPump(InfusionLog log, PumpEvent event) {
    return switch (event) {
      case InfusionStarted started -> new Infusing(log, started.rate(), started.at());
      case RateChanged changed -> new Infusing(log, changed.rate(), changed.at());
      case InfusionResumed resumed -> new Infusing(log, resumed.rate(), resumed.at());
      case InfusionHeld held -> new Held(log, held.reason(), held.at());
      case InfusionStopped stopped -> new Recovering(log, stopped.at());
      case MonitoringInterrupted interrupted -> new Unconfirmed(log, interrupted.at());
      case PumpConfirmed(var pump, _, var at, _) ->
          switch (pump) {
            case PumpState.Running(var rate) -> new Infusing(log, rate, at);
            case PumpState.OnHold _ -> new Held(log, "found on hold after an interruption", at);
            case PumpState.Off _ -> new Recovering(log, at);
          };
    };
  }
}

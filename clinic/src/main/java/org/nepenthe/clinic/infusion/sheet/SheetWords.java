package org.nepenthe.clinic.infusion.sheet;

import java.util.stream.Collectors;
import org.nepenthe.care.infusion.AdverseEvent;
import org.nepenthe.care.infusion.InfusionEvent;
import org.nepenthe.care.infusion.InfusionEvent.AdverseEventRecorded;
import org.nepenthe.care.infusion.InfusionEvent.AdverseEventSettled;
import org.nepenthe.care.infusion.InfusionEvent.AlertAcknowledged;
import org.nepenthe.care.infusion.InfusionEvent.DrivingAdviceGiven;
import org.nepenthe.care.infusion.InfusionEvent.DrugChecked;
import org.nepenthe.care.infusion.InfusionEvent.DrugPrepared;
import org.nepenthe.care.infusion.InfusionEvent.EntryStruck;
import org.nepenthe.care.infusion.InfusionEvent.EscortNamed;
import org.nepenthe.care.infusion.InfusionEvent.InfusionHeld;
import org.nepenthe.care.infusion.InfusionEvent.InfusionOpened;
import org.nepenthe.care.infusion.InfusionEvent.InfusionResumed;
import org.nepenthe.care.infusion.InfusionEvent.InfusionStarted;
import org.nepenthe.care.infusion.InfusionEvent.InfusionStopped;
import org.nepenthe.care.infusion.InfusionEvent.MonitoringInterrupted;
import org.nepenthe.care.infusion.InfusionEvent.ObservationsRecorded;
import org.nepenthe.care.infusion.InfusionEvent.OrientationChecked;
import org.nepenthe.care.infusion.InfusionEvent.PatientDischarged;
import org.nepenthe.care.infusion.InfusionEvent.PreparationAbandoned;
import org.nepenthe.care.infusion.InfusionEvent.PumpConfirmed;
import org.nepenthe.care.infusion.InfusionEvent.RateChanged;
import org.nepenthe.care.infusion.InfusionEvent.RecoveryScored;
import org.nepenthe.care.infusion.InfusionEvent.RescueGiven;
import org.nepenthe.care.infusion.InfusionEvent.TakenAsked;
import org.nepenthe.care.infusion.InfusionEvent.TakenOverridden;
import org.nepenthe.care.infusion.InfusionEvent.TimeOutItemDone;
import org.nepenthe.care.infusion.pump.PumpState;
import org.nepenthe.care.infusion.recovery.RecoveryScale;
import org.nepenthe.care.infusion.taken.Taken;
import org.nepenthe.clinic.platform.display.Figures;

/// Each event of an infusion as one sentence for the printed record.
final class SheetWords {
  private SheetWords() {}

  static String of(InfusionEvent event) {
    return switch (event) {
      case InfusionOpened _ -> "Preparation opened";
      case PreparationAbandoned(var reason, _, _) -> "Preparation given up" + because(reason);
      case TimeOutItemDone(_, var words, _, _) -> "Time-out: " + words;
      case TakenAsked(var answers, _, _) ->
          "Taken since yesterday: "
              + answers.stream().map(Taken::sentence).collect(Collectors.joining("; "));
      case TakenOverridden(var overrode, var reason, var signature, _, _) ->
          "Start in spite of it ("
              + overrode
              + "), signed: "
              + reason.words()
              + because(signature.reason());
      case DrugPrepared _ -> "Drug prepared, signed";
      case DrugChecked(_, var mismatches, _, _, _) ->
          mismatches.isEmpty()
              ? "Drug checked by the second person, signed"
              : "Drug checked by the second person: did not agree";
      case InfusionStarted started -> "Started at " + Figures.of(started.rate());
      case RateChanged(var rate, var reason, var readBack, _, _) ->
          "Rate "
              + Figures.of(rate)
              + because(reason)
              + readBack.map(by -> ", read back by " + by.name()).orElse("");
      case InfusionHeld held -> "On hold" + because(held.reason());
      case InfusionResumed resumed -> "Resumed at " + Figures.of(resumed.rate());
      case InfusionStopped stopped -> "Stopped" + because(stopped.reason());
      case MonitoringInterrupted _ -> "System interrupted: pump state unknown from here on";
      case PumpConfirmed confirmed -> "Pump seen: " + pump(confirmed.pump());
      case ObservationsRecorded _ -> "Observations";
      case RescueGiven(var dose, var reason, _, _) ->
          dose.name()
              + " "
              + Figures.exact(dose.amount(), dose.unit())
              + " "
              + dose.route().words()
              + because(reason);
      case AdverseEventRecorded(var adverse, _, _) -> "Adverse event: " + adverse(adverse);
      case EntryStruck(var entry, var reason, _, _) ->
          "Entry " + entry + " struck" + because(reason);
      case AlertAcknowledged(var alert, _, _) ->
          "Alert acknowledged: " + alert.replaceFirst("@.*", "");
      case RecoveryScored(var scale, var points, _, _) ->
          "Recovery score " + RecoveryScale.total(points) + " (" + scale + ")";
      case OrientationChecked(var answers, _, _) ->
          answers.values().stream().allMatch(right -> right)
              ? "Orientation complete"
              : "Orientation not complete: "
                  + answers.entrySet().stream()
                      .filter(answer -> !answer.getValue())
                      .map(java.util.Map.Entry::getKey)
                      .sorted()
                      .collect(Collectors.joining(", "));
      case EscortNamed(var name, var contact, _, _) -> "Escort: " + name + ", " + contact;
      case DrivingAdviceGiven(var words, var understood, _, _) ->
          "Advice: \"" + words + "\" " + (understood ? "Said back." : "Not said back.");
      case AdverseEventSettled(var entry, var settlement, var note, _, _) ->
          "Adverse event " + entry + ": " + settlement.words() + because(note);
      case PatientDischarged _ -> "Discharged, signed";
    };
  }

  private static String adverse(AdverseEvent adverse) {
    return adverse.kind().words()
        + ", "
        + adverse.severity().words()
        + because(adverse.note())
        + (adverse.action().isBlank() ? "" : "; done: " + adverse.action());
  }

  private static String pump(PumpState pump) {
    return switch (pump) {
      case PumpState.Running(var rate) -> "running at " + Figures.of(rate);
      case PumpState.OnHold _ -> "on hold";
      case PumpState.Off _ -> "off";
    };
  }

  private static String because(String reason) {
    return reason.isBlank() ? "" : ": " + reason;
  }
}

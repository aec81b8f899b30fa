package org.nepenthe.clinic.infusion.picture;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nepenthe.care.infusion.InfusionEvent;
import org.nepenthe.care.infusion.SinceYesterday;
import org.nepenthe.care.infusion.observation.Observed;
import org.nepenthe.care.infusion.observation.Parameter;
import org.nepenthe.care.infusion.pump.PumpState;
import org.nepenthe.care.infusion.taken.Taken;
import org.nepenthe.clinic.platform.display.Figures;
import org.nepenthe.quantity.PumpRate;

/// What happened in an infusion, as a sentence for its list of events.
public final class Words {
  private static final String[] NAUSEA = {"none", "mild", "moderate", "severe"};

  private Words() {}

  /// The kind of marker on the chart and its text; empty for what gets no marker.
  static Optional<Marked> of(InfusionEvent event) {
    return switch (event) {
      case InfusionEvent.InfusionStarted(var rate, _, _) ->
          marked("started", "Started at " + Figures.of(rate));
      case InfusionEvent.RateChanged(var rate, var reason, var readBack, _, _) ->
          marked(
              "rate-changed",
              "Rate "
                  + Figures.of(rate)
                  + because(reason)
                  + readBack.map(actor -> ", read back by " + actor.name()).orElse(""));
      case InfusionEvent.InfusionHeld(var reason, _, _, _) ->
          marked("held", "On hold" + because(reason));
      case InfusionEvent.InfusionResumed(var rate, _, _) ->
          marked("resumed", "Resumed at " + Figures.of(rate));
      case InfusionEvent.InfusionStopped(var reason, _, _, _) ->
          marked("stopped", "Stopped" + because(reason));
      case InfusionEvent.MonitoringInterrupted _ ->
          marked("interrupted", "Nepenthe was interrupted: pump state unknown from here on");
      case InfusionEvent.PumpConfirmed(var pump, _, _, _) ->
          marked("confirmed", "Pump seen: " + words(pump));
      case InfusionEvent.RescueGiven(var dose, var reason, _, _) ->
          marked(
              "rescue",
              dose.name()
                  + " "
                  + Figures.exact(dose.amount(), dose.unit())
                  + " "
                  + dose.route().words()
                  + because(reason));
      case InfusionEvent.AdverseEventRecorded(var adverse, _, _) ->
          marked(
              "adverse-event",
              adverse.kind().words()
                  + ", "
                  + adverse.severity().words()
                  + because(adverse.note())
                  + (adverse.action().isBlank() ? "" : "; done: " + adverse.action()));
      case InfusionEvent.EntryStruck(_, var reason, _, _) ->
          marked("struck", "An entry was struck" + because(reason));
      case InfusionEvent.AlertAcknowledged(var alert, _, _) ->
          marked("acknowledged", "Alert acknowledged: " + alert.replaceFirst("@.*", ""));
      case InfusionEvent.PatientDischarged _ -> marked("discharged", "Discharged");
      case InfusionEvent.EscortNamed(var name, _, _, _) ->
          marked("recovery", "Escort named: " + name);
      case InfusionEvent.RecoveryEvent recovery ->
          marked("recovery", sentence(recovery.getClass().getSimpleName()));
      case InfusionEvent.PreparationAbandoned(var reason, _, _) ->
          marked("abandoned", "Preparation given up" + because(reason));
      case InfusionEvent.TakenAsked asked -> {
        var open = SinceYesterday.open(asked);
        yield open.isEmpty()
            ? Optional.empty()
            : marked(
                "taken",
                "Since yesterday: "
                    + open.stream().map(Taken::sentence).collect(Collectors.joining("; ")));
      }
      case InfusionEvent.TakenOverridden(_, var reason, var signature, _, _) ->
          marked(
              "overridden",
              "A physician lets the infusion start in spite of it, "
                  + reason.words()
                  + because(signature.reason()));
      case InfusionEvent.InfusionOpened _,
          InfusionEvent.TimeOutItemDone _,
          InfusionEvent.DrugPrepared _,
          InfusionEvent.DrugChecked _,
          InfusionEvent.ObservationsRecorded _ ->
          Optional.empty();
    };
  }

  /// A marker's kind and text.
  record Marked(String kind, String text) {}

  /// A value with its unit, or for a scale the bare step.
  static String of(Parameter parameter, BigDecimal value) {
    return switch (parameter) {
      case NAUSEA -> NAUSEA[Math.clamp(value.intValue(), 0, NAUSEA.length - 1)];
      case SEDATION -> value.signum() > 0 ? "+" + value.toPlainString() : value.toPlainString();
      case HEART_RATE,
          SYSTOLIC,
          DIASTOLIC,
          MEAN_PRESSURE,
          SATURATION,
          RESPIRATORY_RATE,
          DISSOCIATION,
          PAIN ->
          Figures.exact(value, "");
    };
  }

  /// How the unit is written beside a value.
  public static String unit(Parameter parameter) {
    return switch (parameter) {
      case HEART_RATE, RESPIRATORY_RATE -> "per min";
      case SYSTOLIC, DIASTOLIC, MEAN_PRESSURE -> "mmHg";
      case SATURATION -> "%";
      case SEDATION, DISSOCIATION, NAUSEA, PAIN -> "";
    };
  }

  static Optional<String> absent(Observed observed) {
    return observed instanceof Observed.NotObtained(var reason)
        ? Optional.of(reason.words())
        : Optional.empty();
  }

  static String words(PumpState pump) {
    return switch (pump) {
      case PumpState.Running(PumpRate rate) -> "running at " + Figures.of(rate);
      case PumpState.OnHold _ -> "on hold";
      case PumpState.Off _ -> "stopped";
    };
  }

  /// `DrivingAdviceGiven` as "Driving advice given".
  private static String sentence(String name) {
    var spaced = name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    return Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
  }

  private static Optional<Marked> marked(String kind, String text) {
    return Optional.of(new Marked(kind, text));
  }

  private static String because(String reason) {
    return reason.isBlank() ? "" : ": " + reason;
  }
}

package org.nepenthe.care.infusion;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.nepenthe.care.infusion.InfusionEvent.InfusionHeld;
import org.nepenthe.care.infusion.InfusionEvent.InfusionResumed;
import org.nepenthe.care.infusion.InfusionEvent.InfusionStopped;
import org.nepenthe.care.infusion.InfusionEvent.MonitoringInterrupted;
import org.nepenthe.care.infusion.InfusionEvent.PumpConfirmed;
import org.nepenthe.care.infusion.InfusionEvent.RateChanged;
import org.nepenthe.care.infusion.pump.PumpState;
import org.nepenthe.care.infusion.pump.Segment;
import org.nepenthe.quantity.PumpRate;

/// What was done at the pump, as it goes on record.
final class PumpEntries {
  private PumpEntries() {}

  static Outcome changeRate(
      Infusion infusion, InfusionCommand.ChangeRate change, Deed deed, InfusionRules rules) {
    if (!(infusion instanceof Infusion.Infusing(var log, var present, _))) {
      return notNow("the pump is not known to run");
    }
    var refusals = new ArrayList<>(timeRefusals(log, deed));
    int direction = change.rate().compareTo(present);
    if (change.rate().millilitresPerHour().signum() == 0) {
      refusals.add(new Refusal("rate", "A rate of 0 mL per h is a hold: record a hold"));
    } else if (direction == 0) {
      refusals.add(new Refusal("rate", "The rate is already " + RateRules.words(present)));
    } else if (direction > 0) {
      refusals.addAll(
          RateRules.againstIncrease(infusion, change.rate(), change.readBackBy(), deed, rules));
    }
    return answer(
        refusals,
        new RateChanged(change.rate(), change.reason(), change.readBackBy(), deed.at(), deed.by()));
  }

  /// A hold is accepted whatever the observations say.
  static Outcome hold(Infusion infusion, InfusionCommand.Hold hold, Deed deed) {
    if (!(infusion instanceof Infusion.Infusing(var log, _, _))) {
      return notNow("the pump is not known to run");
    }
    return answer(
        timeRefusals(log, deed),
        new InfusionHeld(hold.reason(), hold.pumpShows(), deed.at(), deed.by()));
  }

  static Outcome resume(
      Infusion infusion, InfusionCommand.Resume resume, Deed deed, InfusionRules rules) {
    if (!(infusion instanceof Infusion.Held(var log, _, _))) {
      return notNow("it is not on hold");
    }
    var refusals = new ArrayList<>(timeRefusals(log, deed));
    if (resume.rate().millilitresPerHour().signum() == 0) {
      refusals.add(new Refusal("rate", "The rate must be above 0 mL per h"));
    } else if (resume.rate().compareTo(rateBefore(log)) > 0) {
      refusals.addAll(
          RateRules.againstIncrease(infusion, resume.rate(), resume.readBackBy(), deed, rules));
    } else {
      RateRules.doseGiven(infusion, deed).ifPresent(refusals::add);
      rules
          .schedule()
          .blocksIncrease(infusion, deed.now())
          .ifPresent(why -> refusals.add(new Refusal("rate", why)));
    }
    return answer(refusals, new InfusionResumed(resume.rate(), deed.at(), deed.by()));
  }

  static Outcome stop(Infusion infusion, InfusionCommand.Stop stop, Deed deed) {
    return switch (infusion) {
      case Infusion.Infusing _, Infusion.Held _ ->
          answer(
              timeRefusals(infusion.log(), deed),
              new InfusionStopped(stop.reason(), stop.pumpShows(), deed.at(), deed.by()));
      case Infusion.Unconfirmed _ ->
          confirm(
              infusion, new InfusionCommand.Confirm(new PumpState.Off(), stop.pumpShows()), deed);
      case Infusion.Preparing _,
          Infusion.Abandoned _,
          Infusion.Recovering _,
          Infusion.Discharged _ ->
          notNow("nothing is being given");
    };
  }

  /// What a person saw is a fact and is accepted as it is, even above every cap: refusing it would
  /// leave a lie on record. The caps call for attention instead.
  static Outcome confirm(Infusion infusion, InfusionCommand.Confirm confirm, Deed deed) {
    if (!(infusion instanceof Infusion.Unconfirmed(var log, _))) {
      return notNow("the pump's state is not in doubt");
    }
    var refusals = new ArrayList<>(timeRefusals(log, deed));
    if (confirm.pump() instanceof PumpState.Running(var rate)
        && rate.millilitresPerHour().signum() == 0) {
      refusals.add(new Refusal("rate", "A pump at 0 mL per h is on hold"));
    }
    return answer(
        refusals,
        switch (confirm.pump()) {
          case PumpState.Running _, PumpState.OnHold _ ->
              new PumpConfirmed(confirm.pump(), confirm.pumpShows(), deed.at(), deed.by());
          case PumpState.Off _ ->
              new InfusionStopped(
                  "found stopped after an interruption", confirm.pumpShows(), deed.at(), deed.by());
        });
  }

  static Outcome interrupt(Infusion infusion, InfusionCommand.Interrupt interrupt, Deed deed) {
    return switch (infusion) {
      case Infusion.Infusing _, Infusion.Held _ -> {
        var before = infusion.log().lastPumpEventAt();
        var at = interrupt.lastKnownAt().isBefore(before) ? before : interrupt.lastKnownAt();
        yield Outcome.accept(new MonitoringInterrupted(at, deed.by()));
      }
      case Infusion.Preparing _,
          Infusion.Abandoned _,
          Infusion.Unconfirmed _,
          Infusion.Recovering _,
          Infusion.Discharged _ ->
          notNow("nothing can have been missed");
    };
  }

  /// The rate the pump had before the hold.
  private static PumpRate rateBefore(InfusionLog log) {
    return log.segments().stream()
        .filter(Segment.Running.class::isInstance)
        .map(Segment.Running.class::cast)
        .map(Segment.Running::rate)
        .reduce((_, later) -> later)
        .orElse(PumpRate.STOPPED);
  }

  private static List<Refusal> timeRefusals(InfusionLog log, Deed deed) {
    Instant start = log.started().map(InfusionEvent::at).orElse(log.opened().at());
    var beforeStart = deed.impossible(start, "the start");
    if (beforeStart.isPresent()) {
      return List.of(beforeStart.get());
    }
    return deed.impossible(log.lastPumpEventAt(), "the last entry about the pump").stream()
        .toList();
  }

  private static Outcome answer(List<Refusal> refusals, InfusionEvent event) {
    return refusals.isEmpty() ? Outcome.accept(event) : new Outcome.Refused(refusals);
  }

  private static Outcome notNow(String because) {
    return Outcome.refuse("", "This cannot be recorded now: " + because);
  }
}

package org.nepenthe.care.infusion;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nepenthe.care.infusion.InfusionCommand.GiveRescue.Repeat;
import org.nepenthe.care.infusion.InfusionEvent.AdverseEventRecorded;
import org.nepenthe.care.infusion.InfusionEvent.AlertAcknowledged;
import org.nepenthe.care.infusion.InfusionEvent.EntryStruck;
import org.nepenthe.care.infusion.InfusionEvent.InfusionHeld;
import org.nepenthe.care.infusion.InfusionEvent.InfusionResumed;
import org.nepenthe.care.infusion.InfusionEvent.ObservationsRecorded;
import org.nepenthe.care.infusion.InfusionEvent.RateChanged;
import org.nepenthe.care.infusion.InfusionEvent.RescueGiven;
import org.nepenthe.care.infusion.InfusionEvent.TimeOutItemDone;
import org.nepenthe.care.infusion.observation.Observed;
import org.nepenthe.care.infusion.observation.Parameter;

/// What was seen of the patient and done beside the pump, as it goes on record.
final class ChartEntries {
  private ChartEntries() {}

  static Outcome observe(
      Infusion infusion, InfusionCommand.Observe observe, Deed deed, InfusionRules rules) {
    if (closed(infusion)) {
      return over();
    }
    var refusals = new ArrayList<Refusal>();
    deed.impossible(infusion.log().opened().at(), "the preparation began").ifPresent(refusals::add);
    if (observe.values().isEmpty()) {
      refusals.add(new Refusal("", "Enter at least one value, or say why there is none"));
    }
    observe.values().forEach((parameter, value) -> refusals.addAll(wrong(parameter, value, rules)));
    refusals.addAll(wrongPressures(observe.values()));
    return refusals.isEmpty()
        ? Outcome.accept(
            new ObservationsRecorded(
                observe.source(), withMeanPressure(observe.values()), deed.at(), deed.by()))
        : new Outcome.Refused(refusals);
  }

  static Outcome rescue(
      Infusion infusion, InfusionCommand.GiveRescue give, Deed deed, InfusionRules rules) {
    if (closed(infusion)) {
      return over();
    }
    var refusals = new ArrayList<Refusal>();
    deed.impossible(infusion.log().opened().at(), "the preparation began").ifPresent(refusals::add);
    boolean known =
        rules.rescueDrugs().stream()
            .anyMatch(drug ->
                drug.key().equals(give.dose().drug()) && drug.unit().equals(give.dose().unit()));
    if (!known) {
      refusals.add(new Refusal("drug", "The clinic's list has no such drug in this unit"));
    }
    if (give.repeat() == Repeat.NOT_ASKED && givenJustBefore(infusion, give, deed, rules)) {
      refusals.add(
          new Refusal(
              "again",
              "The same drug is on record within "
                  + rules.rescueAgainWithin().toMinutes()
                  + " min: say that this is another dose"));
    }
    return refusals.isEmpty()
        ? Outcome.accept(new RescueGiven(give.dose(), give.reason(), deed.at(), deed.by()))
        : new Outcome.Refused(refusals);
  }

  static Outcome adverseEvent(
      Infusion infusion, InfusionCommand.RecordAdverseEvent command, Deed deed) {
    if (closed(infusion)) {
      return over();
    }
    var wrong = deed.impossible(infusion.log().opened().at(), "the preparation began");
    return wrong.isPresent()
        ? new Outcome.Refused(List.of(wrong.get()))
        : Outcome.accept(new AdverseEventRecorded(command.event(), deed.at(), deed.by()));
  }

  /// Strikes an entry through: it stays readable and counts for nothing from then on. Of the pump's
  /// entries only the newest can be struck, and only if it is no start, stop or confirmation: the
  /// rates after it were judged by it.
  static Outcome strike(Infusion infusion, InfusionCommand.Strike strike, Deed deed) {
    var log = infusion.log();
    var entry = log.entry(strike.entry());
    if (strike.reason().isBlank()) {
      return Outcome.refuse("reason", "Say why the entry is struck");
    }
    if (entry.isEmpty()) {
      return Outcome.refuse("eventId", "This infusion has no such entry");
    }
    if (log.strike(entry.get()).isPresent()) {
      return Outcome.refuse("eventId", "This entry is struck already");
    }
    return strikeable(log, entry.get())
        ? Outcome.accept(new EntryStruck(strike.entry(), strike.reason(), deed.at(), deed.by()))
        : Outcome.refuse("eventId", "This entry cannot be struck; record what is true instead");
  }

  static boolean strikeable(InfusionLog log, LogEntry entry) {
    return switch (entry.event()) {
      case ObservationsRecorded _, RescueGiven _, AdverseEventRecorded _ -> true;
      case TimeOutItemDone _ -> log.started().isEmpty();
      case RateChanged _, InfusionHeld _, InfusionResumed _ ->
          log.pumpEntries().getLast().number() == entry.number();
      case InfusionEvent _ -> false;
    };
  }

  static Outcome acknowledge(
      Infusion infusion, InfusionCommand.Acknowledge acknowledge, Deed deed) {
    if (acknowledge.alert().isBlank()) {
      return Outcome.refuse("alertId", "Which alert?");
    }
    return infusion.log().acknowledgement(acknowledge.alert()).isPresent()
        ? Outcome.refuse("alertId", "This alert is acknowledged already")
        : Outcome.accept(new AlertAcknowledged(acknowledge.alert(), deed.now(), deed.by()));
  }

  private static List<Refusal> wrong(Parameter parameter, Observed value, InfusionRules rules) {
    var range = rules.plausible().get(parameter);
    if (range == null || value.number().isEmpty()) {
      return List.of();
    }
    var number = value.number().get();
    if (!range.contains(number)) {
      return List.of(
          new Refusal(
              parameter.id(),
              parameter.label() + " must be " + range.words() + ", or say why there is none"));
    }
    return parameter.isScale() && number.stripTrailingZeros().scale() > 0
        ? List.of(new Refusal(parameter.id(), parameter.label() + " must be a whole number"))
        : List.of();
  }

  private static List<Refusal> wrongPressures(Map<Parameter, Observed> values) {
    var systolic = number(values, Parameter.SYSTOLIC);
    var diastolic = number(values, Parameter.DIASTOLIC);
    var mean = number(values, Parameter.MEAN_PRESSURE);
    if (systolic.isPresent()
        && diastolic.isPresent()
        && systolic.get().compareTo(diastolic.get()) <= 0) {
      return List.of(new Refusal("diastolic", "Diastolic must be below systolic pressure"));
    }
    if (mean.isPresent() && (above(diastolic, mean) || above(mean, systolic))) {
      return List.of(
          new Refusal("mean-pressure", "Mean must lie between diastolic and systolic pressure"));
    }
    return List.of();
  }

  /// Adds the usual estimate, diastolic plus a third of the pulse pressure, where no mean was read.
  private static Map<Parameter, Observed> withMeanPressure(Map<Parameter, Observed> values) {
    var systolic = number(values, Parameter.SYSTOLIC);
    var diastolic = number(values, Parameter.DIASTOLIC);
    if (values.containsKey(Parameter.MEAN_PRESSURE) || systolic.isEmpty() || diastolic.isEmpty()) {
      return values;
    }
    var third =
        systolic
            .get()
            .subtract(diastolic.get())
            .divide(BigDecimal.valueOf(3), 0, RoundingMode.HALF_UP);
    var all = new EnumMap<Parameter, Observed>(values);
    all.put(Parameter.MEAN_PRESSURE, new Observed.Derived(diastolic.get().add(third)));
    return all;
  }

  private static boolean givenJustBefore(
      Infusion infusion, InfusionCommand.GiveRescue give, Deed deed, InfusionRules rules) {
    for (var entry : infusion.log().standing()) {
      if (entry.event() instanceof RescueGiven(var dose, _, var at, _)
          && dose.drug().equals(give.dose().drug())
          && Duration.between(at, deed.at()).abs().compareTo(rules.rescueAgainWithin()) <= 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean above(Optional<BigDecimal> lower, Optional<BigDecimal> upper) {
    return lower.isPresent() && upper.isPresent() && lower.get().compareTo(upper.get()) > 0;
  }

  private static Optional<BigDecimal> number(Map<Parameter, Observed> values, Parameter parameter) {
    return Optional.ofNullable(values.get(parameter)).flatMap(Observed::number);
  }

  private static boolean closed(Infusion infusion) {
    return infusion instanceof Infusion.Discharged || infusion instanceof Infusion.Abandoned;
  }

  private static Outcome over() {
    return Outcome.refuse("", "This infusion is closed");
  }
}

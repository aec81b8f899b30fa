package org.nepenthe.care.infusion;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nepenthe.care.decision.Reading;
import org.nepenthe.care.infusion.observation.DueObservation;
import org.nepenthe.care.infusion.observation.ObservationSource;
import org.nepenthe.care.infusion.observation.Observed;
import org.nepenthe.care.infusion.observation.Parameter;
import org.nepenthe.knowledge.Values;

/// How often a patient is looked at, what is looked at, and how old a value may become.
///
/// @param soon how long before it is due an observation is announced
/// @param grace how long after the schedule's interval a value still counts as current
/// @param mediumAfter how long an observation is overdue before the call becomes medium
/// @param highAfter how long an observation is overdue before the call becomes high
/// @param lookAt what a complete set holds
public record ObservationSchedule(
    Duration during,
    Duration after,
    Duration soon,
    Duration grace,
    Duration mediumAfter,
    Duration highAfter,
    List<Parameter> lookAt) {

  public ObservationSchedule {
    lookAt = List.copyOf(lookAt);
  }

  static ObservationSchedule of(Values values) {
    return new ObservationSchedule(
        values.amount("during").duration(),
        values.amount("after").duration(),
        values.amount("soon").duration(),
        values.amount("grace").duration(),
        values.amount("medium-after").duration(),
        values.amount("high-after").duration(),
        values.texts("look-at").stream().map(InfusionRules::parameter).toList());
  }

  /// The time to the next set after one that was made, or a start, at a moment.
  public Duration intervalFrom(Infusion infusion, Instant moment) {
    return infusion instanceof Infusion.Recovering(_, var since) && !moment.isBefore(since)
        ? after
        : during;
  }

  /// The age up to which a value observed at a moment counts.
  public Duration freshFor(Infusion infusion, Instant observedAt) {
    return intervalFrom(infusion, observedAt).plus(grace);
  }

  /// The newest thing anybody said about a parameter, judged for its age on both sides. Where the
  /// newest look gave no value, there is none: an older value is not put in its place.
  public Reading<BigDecimal> reading(Infusion infusion, Parameter parameter, Instant at) {
    return latest(infusion.log().observations(), parameter)
        .flatMap(set ->
            set.value(parameter)
                .map(value -> Reading.of(value, set.at(), at, freshFor(infusion, set.at()))))
        .orElseGet(Reading::absent);
  }

  /// When the next set is due; empty while nothing is being given and nobody recovers.
  public Optional<DueObservation> due(Infusion infusion, Instant at) {
    return switch (infusion) {
      case Infusion.Infusing _, Infusion.Held _, Infusion.Unconfirmed _, Infusion.Recovering _ ->
          infusion.log().started().map(started -> due(infusion, started.at(), at));
      case Infusion.Preparing _, Infusion.Abandoned _, Infusion.Discharged _ -> Optional.empty();
    };
  }

  /// What stands in the way of a higher rate, in words; empty where nothing does. One law:
  /// overdue or stale observations wait for nobody's permission but for a new set.
  public Optional<String> blocksIncrease(Infusion infusion, Instant at) {
    var overdue = due(infusion, at).filter(DueObservation::overdue);
    if (overdue.isPresent()) {
      long minutes = Duration.between(overdue.get().dueAt(), at).toMinutes();
      return Optional.of("Observations are overdue for " + minutes + " min: record a set first");
    }
    var missing = new ArrayList<String>();
    for (var parameter : lookAt) {
      if (!current(infusion, parameter, at)) {
        missing.add(parameter.label());
      }
    }
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of("No current value: " + String.join(", ", missing) + ". Record a set first");
  }

  /// Everything in the schedule that is missing or too old to count, in words.
  public List<String> missing(Infusion infusion, Instant at) {
    var missing = new ArrayList<String>();
    for (var parameter : lookAt) {
      switch (reading(infusion, parameter, at)) {
        case Reading.Fresh<BigDecimal> _ -> {}
        case Reading.Stale<BigDecimal>(_, var observedAt) ->
            missing.add(parameter.label() + ": " + age(observedAt, at));
        case Reading.Absent<BigDecimal> _ ->
            missing.add(parameter.label() + ": " + whyAbsent(infusion, parameter));
      }
    }
    return List.copyOf(missing);
  }

  static Optional<ObservationSet> latest(List<ObservationSet> sets, Parameter parameter) {
    return sets.stream().filter(set -> set.lookedAt(parameter)).reduce((_, later) -> later);
  }

  private boolean current(Infusion infusion, Parameter parameter, Instant at) {
    if (reading(infusion, parameter, at) instanceof Reading.Fresh<BigDecimal>) {
      return true;
    }
    return parameter.isOwnRating()
        && latest(infusion.log().observations(), parameter)
            .map(set -> Reading.of(set, set.at(), at, freshFor(infusion, set.at())))
            .filter(Reading.Fresh.class::isInstance)
            .isPresent();
  }

  /// Every stretch between two complete sets, the first from the start, the last still open.
  public List<Gap> gaps(Infusion infusion, Instant at) {
    var started = infusion.log().started();
    if (started.isEmpty() || due(infusion, at).isEmpty()) {
      return List.of();
    }
    var gaps = new ArrayList<Gap>();
    var from = started.get().at();
    for (var set : infusion.log().observations()) {
      if (set.at().isAfter(from) && !set.at().isAfter(at) && complete(set, infusion)) {
        gaps.add(new Gap(from.plus(intervalFrom(infusion, from)), Optional.of(set.at())));
        from = set.at();
      }
    }
    gaps.add(new Gap(from.plus(intervalFrom(infusion, from)), Optional.empty()));
    return List.copyOf(gaps);
  }

  /// A stretch in which nobody made a complete set.
  ///
  /// @param endedAt empty while it goes on
  public record Gap(Instant dueAt, Optional<Instant> endedAt) {
    /// By how much the set at its end came, or has come by now, too late.
    public Duration latenessAt(Instant at) {
      return Duration.between(dueAt, endedAt.orElse(at));
    }
  }

  private DueObservation due(Infusion infusion, Instant start, Instant at) {
    var last =
        infusion.log().observations().stream()
            .filter(set -> complete(set, infusion))
            .map(ObservationSet::at)
            .filter(observedAt -> !observedAt.isAfter(at))
            .reduce((_, later) -> later)
            .filter(observedAt -> observedAt.isAfter(start))
            .orElse(start);
    var dueAt = last.plus(intervalFrom(infusion, last));
    if (at.isAfter(dueAt.plus(grace))) {
      return new DueObservation(dueAt, DueObservation.State.OVERDUE);
    }
    if (!at.isBefore(dueAt)) {
      return new DueObservation(dueAt, DueObservation.State.DUE);
    }
    return new DueObservation(
        dueAt,
        at.isBefore(dueAt.minus(soon)) ? DueObservation.State.LATER : DueObservation.State.SOON);
  }

  /// A set counts for the schedule where a person made it and each scheduled parameter was looked
  /// at, in the set itself or by a device whose value was then current.
  private boolean complete(ObservationSet set, Infusion infusion) {
    if (!set.byAPerson()) {
      return false;
    }
    for (var parameter : lookAt) {
      if (!set.lookedAt(parameter) && !hadValue(infusion, parameter, set.at())) {
        return false;
      }
    }
    return true;
  }

  private boolean hadValue(Infusion infusion, Parameter parameter, Instant at) {
    return infusion.log().observations().stream()
        .filter(set -> set.source() != ObservationSource.BY_HAND)
        .filter(set -> set.value(parameter).isPresent())
        .anyMatch(set ->
            Reading.of(set, set.at(), at, freshFor(infusion, set.at()))
                instanceof Reading.Fresh<?>);
  }

  private static String whyAbsent(Infusion infusion, Parameter parameter) {
    return latest(infusion.log().observations(), parameter)
        .map(set -> set.values().get(parameter))
        .filter(Observed.NotObtained.class::isInstance)
        .map(Observed.NotObtained.class::cast)
        .map(not -> not.reason().words())
        .orElse("never observed");
  }

  private static String age(Instant observedAt, Instant at) {
    var age = Duration.between(observedAt, at);
    return age.isNegative()
        ? "dated in the future"
        : "last observed " + age.toMinutes() + " min ago";
  }
}

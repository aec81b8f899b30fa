package org.nepenthe.care.alert;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nepenthe.care.alert.AlertRules.Technical;
import org.nepenthe.care.decision.Reading;
import org.nepenthe.care.infusion.Infusion;
import org.nepenthe.care.infusion.InfusionEvent;
import org.nepenthe.care.infusion.LogEntry;
import org.nepenthe.care.infusion.ObservationSchedule;
import org.nepenthe.care.infusion.ObservationSet;
import org.nepenthe.care.infusion.pump.PumpVolume;
import org.nepenthe.care.infusion.pump.Segment;

/// Alerts about the course of the infusion and about what the system does not know.
final class CourseAlerts {
  private final AlertRules rules;
  private final ObservationSchedule schedule;

  CourseAlerts(AlertRules rules, ObservationSchedule schedule) {
    this.rules = rules;
    this.schedule = schedule;
  }

  List<Alert> of(Infusion infusion, Instant at) {
    var alerts = new ArrayList<Alert>();
    schedule.gaps(infusion, at).forEach(gap -> overdue(infusion, gap, at).ifPresent(alerts::add));
    noCurrentValue(infusion, at).ifPresent(alerts::add);
    wrongClock(infusion, at).ifPresent(alerts::add);
    unknownPump(infusion).ifPresent(alerts::add);
    aboveApproved(infusion).ifPresent(alerts::add);
    pumpVolume(infusion).ifPresent(alerts::add);
    alerts.addAll(usedUp(infusion, at));
    return alerts;
  }

  /// Low once the grace is over, then medium, then high, the longer nobody looks.
  private Optional<Alert> overdue(Infusion infusion, ObservationSchedule.Gap gap, Instant at) {
    var lateness = gap.latenessAt(at);
    if (lateness.compareTo(schedule.grace()) <= 0) {
      return Optional.empty();
    }
    var priority =
        lateness.compareTo(schedule.highAfter()) >= 0
            ? Priority.HIGH
            : lateness.compareTo(schedule.mediumAfter()) >= 0 ? Priority.MEDIUM : Priority.LOW;
    var words =
        gap.endedAt().isEmpty()
            ? "Observations are overdue for " + lateness.toMinutes() + " min"
            : "Observations came " + lateness.toMinutes() + " min late";
    var alert = alert(infusion, rules.overdue(), priority, Step.NONE, words, gap.dueAt());
    return Optional.of(gap.endedAt().isEmpty() ? alert : alert.ended());
  }

  private Optional<Alert> noCurrentValue(Infusion infusion, Instant at) {
    var started = infusion.log().started();
    var missing = schedule.missing(infusion, at);
    if (started.isEmpty() || schedule.due(infusion, at).isEmpty() || missing.isEmpty()) {
      return Optional.empty();
    }
    var technical = rules.staleOrMissing();
    var words = "No current value. " + String.join("; ", missing);
    return Optional.of(
        alert(infusion, technical, technical.priority(), Step.NONE, words, started.get().at()));
  }

  private Optional<Alert> wrongClock(Infusion infusion, Instant at) {
    return infusion.log().observations().stream()
        .map(ObservationSet::at)
        .filter(observedAt -> observedAt.isAfter(at.plus(Reading.CLOCK_TOLERANCE)))
        .findFirst()
        .map(observedAt ->
            alert(
                infusion,
                rules.clock(),
                rules.clock().priority(),
                Step.NONE,
                rules.clock().says(),
                observedAt));
  }

  private Optional<Alert> unknownPump(Infusion infusion) {
    return infusion instanceof Infusion.Unconfirmed(_, var since)
        ? Optional.of(
            alert(
                infusion,
                rules.unknownPump(),
                rules.unknownPump().priority(),
                Step.WATCH,
                rules.unknownPump().says(),
                since))
        : Optional.empty();
  }

  private Optional<Alert> aboveApproved(Infusion infusion) {
    return infusion instanceof Infusion.Infusing(var log, var rate, var since)
            && rate.compareTo(log.order().pumpRate()) > 0
        ? Optional.of(
            alert(
                infusion,
                rules.aboveApproved(),
                rules.aboveApproved().priority(),
                Step.HOLD,
                rules.aboveApproved().says(),
                since))
        : Optional.empty();
  }

  /// Compares the newest volume read from the pump with what the record says had gone in by then.
  private Optional<Alert> pumpVolume(Infusion infusion) {
    var reading =
        infusion.log().pumpEntries().stream()
            .filter(entry -> shown(entry).isPresent())
            .reduce((_, later) -> later);
    if (reading.isEmpty()) {
      return Optional.empty();
    }
    var read = shown(reading.get()).orElseThrow().millilitres();
    var at = reading.get().event().at();
    var delivery = infusion.log().deliveredAt(at);
    var recorded = read.max(delivery.millilitres()).min(delivery.millilitresAtMost());
    if (!rules.pumpVolumeDiffers().isBreachedBy(percent(read, recorded))) {
      return Optional.empty();
    }
    var words =
        "The pump shows " + rounded(read) + " mL given, the record " + rounded(recorded) + " mL";
    var technical = rules.pumpVolume();
    return Optional.of(alert(infusion, technical, technical.priority(), Step.WATCH, words, at));
  }

  /// Announced before the ordered volume is used up, and louder the longer the pump goes on after.
  private List<Alert> usedUp(Infusion infusion, Instant at) {
    var alerts = new ArrayList<Alert>();
    for (var segment : infusion.log().segments()) {
      if (segment instanceof Segment.Running running) {
        usedUp(infusion, running, at).ifPresent(alerts::add);
      }
    }
    return alerts;
  }

  private Optional<Alert> usedUp(Infusion infusion, Segment.Running running, Instant at) {
    var end = infusion.log().usedUpAt(running);
    var until = running.to().filter(at::isAfter).orElse(at);
    var after = Duration.between(end, until);
    if (after.compareTo(rules.endWarnsBefore().negated()) < 0) {
      return Optional.empty();
    }
    var priority =
        after.compareTo(rules.endLouderEvery()) >= 0
            ? Priority.HIGH
            : after.isNegative() ? Priority.LOW : Priority.MEDIUM;
    var step = after.isNegative() ? Step.NONE : Step.STOP;
    var words =
        after.isNegative()
            ? "The ordered volume is used up in " + minutesUp(after.negated()) + " min"
            : "The ordered volume is used up since "
                + after.toMinutes()
                + " min: stop the pump at the pump and record it";
    var since = end.minus(rules.endWarnsBefore());
    var alert = alert(infusion, rules.end(), priority, step, words, since);
    return Optional.of(running.to().isEmpty() ? alert : alert.ended());
  }

  private static long minutesUp(Duration duration) {
    return duration.plusSeconds(59).toMinutes();
  }

  private static Optional<PumpVolume> shown(LogEntry entry) {
    return switch (entry.event()) {
      case InfusionEvent.InfusionHeld held -> held.pumpShows();
      case InfusionEvent.InfusionStopped stopped -> stopped.pumpShows();
      case InfusionEvent.PumpConfirmed confirmed -> confirmed.pumpShows();
      case InfusionEvent _ -> Optional.empty();
    };
  }

  /// How far two volumes are apart, in percent of the recorded one.
  private static BigDecimal percent(BigDecimal read, BigDecimal recorded) {
    var difference = read.subtract(recorded).abs().multiply(BigDecimal.valueOf(100));
    if (difference.signum() == 0) {
      return BigDecimal.ZERO;
    }
    return recorded.signum() == 0
        ? BigDecimal.valueOf(100)
        : difference.divide(recorded, MathContext.DECIMAL64);
  }

  private static String rounded(BigDecimal millilitres) {
    return millilitres.round(new MathContext(3)).stripTrailingZeros().toPlainString();
  }

  private static Alert alert(
      Infusion infusion,
      Technical technical,
      Priority priority,
      Step step,
      String text,
      Instant since) {
    return new Alert(
        technical.rule(),
        priority,
        step,
        true,
        text,
        Optional.empty(),
        "",
        Optional.empty(),
        since,
        true,
        infusion.log().acknowledgement(Alert.id(technical.rule(), since, priority)),
        technical.evidence());
  }
}

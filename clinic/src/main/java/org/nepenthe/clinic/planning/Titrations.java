package org.nepenthe.clinic.planning;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.nepenthe.care.decision.DecisionRecord;
import org.nepenthe.care.followup.FollowUp;
import org.nepenthe.care.followup.FollowUpState;
import org.nepenthe.care.infusion.InfusionEvent.AdverseEventRecorded;
import org.nepenthe.care.infusion.InfusionEvent.InfusionStopped;
import org.nepenthe.care.infusion.InfusionLog;
import org.nepenthe.care.infusion.LogEntry;
import org.nepenthe.care.outcome.Change;
import org.nepenthe.care.outcome.Instrument;
import org.nepenthe.care.planning.protocol.Protocol;
import org.nepenthe.care.planning.titration.LastInfusion;
import org.nepenthe.care.planning.titration.NextDose;
import org.nepenthe.care.planning.titration.Titration;
import org.nepenthe.clinic.course.Course;
import org.nepenthe.clinic.platform.display.ClinicTime;
import org.nepenthe.knowledge.KnowledgeBase;
import org.springframework.stereotype.Component;

/// The proposal for the next infusion of a course, from what the last one did.
@Component
public class Titrations {
  private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

  private final PlanKnows knows;
  private final KnowledgeBase knowledge;
  private final ClinicTime time;

  Titrations(PlanKnows knows, KnowledgeBase knowledge, ClinicTime time) {
    this.knows = knows;
    this.knowledge = knowledge;
    this.time = time;
  }

  /// A proposal with the infusion it comes from.
  public record Proposal(InfusionLog last, int given, DecisionRecord<NextDose> decision) {}

  /// Empty before the first infusion of a course, and where its protocol is not in force any more.
  public Optional<Proposal> of(Course course, Instant now) {
    return of(course, now, knowledge, softwareVersion());
  }

  /// The same by any version of the knowledge, from what was on record at a moment.
  Optional<Proposal> of(Course course, Instant now, KnowledgeBase base, String software) {
    var day = time.dayOf(now);
    var mine =
        knows.infusions(course.patient(), now).stream()
            .filter(log -> log.opened().course().equals(course.id()))
            .filter(log -> log.started().isPresent())
            .toList();
    var agreed = course.planning().agreed();
    if (mine.isEmpty() || agreed.isEmpty()) {
      return Optional.empty();
    }
    var last = mine.getLast();
    return Protocol.find(base, last.order().protocolId(), day)
        .map(protocol ->
            new Proposal(
                last,
                mine.size(),
                Titration.propose(
                    last(course, mine, now, base),
                    agreed.get(),
                    protocol,
                    knows.facts(course, Optional.empty(), now).earlier(),
                    base,
                    day,
                    software,
                    now)));
  }

  private LastInfusion last(
      Course course, List<InfusionLog> mine, Instant now, KnowledgeBase base) {
    var log = mine.getLast();
    var order = log.order();
    var followUp = new FollowUp(base, softwareVersion());
    var state = state(course);
    var facts = new FollowUp.Facts(state, course.planning().agreed(), mine, List.of());
    var day = time.dayOf(now);
    return new LastInfusion(
        mine.size(),
        order.dosePerWeight(),
        order.minutes(),
        order.dosedOn(),
        order.weight().weight(),
        observed(log),
        unwanted(log, state),
        stoppedEarly(log, now, base),
        followUp.change(Instrument.NRS, facts, day, now).flatMap(Change::fallPercent),
        followUp.change(Instrument.PEG, facts, day, now).flatMap(Change::fallPercent));
  }

  private static FollowUpState state(Course course) {
    return FollowUpState.of(
        course.recorded().stream()
            .map(event -> new FollowUpState.Numbered(event.version(), event.event()))
            .toList());
  }

  private static Map<String, List<BigDecimal>> observed(InfusionLog log) {
    var started = log.started().orElseThrow().at();
    var observed = new HashMap<String, List<BigDecimal>>();
    for (var set : log.observations()) {
      if (!set.at().isBefore(started)) {
        set.values()
            .forEach((parameter, seen) ->
                seen.number()
                    .ifPresent(value ->
                        observed
                            .computeIfAbsent(parameter.id(), _ -> new ArrayList<>())
                            .add(value)));
      }
    }
    return observed;
  }

  /// At the chair, and at home since then.
  private static List<LastInfusion.Unwanted> unwanted(InfusionLog log, FollowUpState state) {
    var started = log.started().orElseThrow().at();
    var unwanted = new ArrayList<LastInfusion.Unwanted>();
    for (var entry : log.standing()) {
      if (entry.event() instanceof AdverseEventRecorded recorded) {
        unwanted.add(of(recorded.event()));
      }
    }
    state.harm().stream()
        .filter(report -> !report.at().isBefore(started))
        .forEach(report -> unwanted.add(of(report.event())));
    return unwanted;
  }

  private static LastInfusion.Unwanted of(org.nepenthe.care.infusion.AdverseEvent event) {
    var grade =
        switch (event.severity()) {
          case MILD -> LastInfusion.Grade.MILD;
          case MODERATE -> LastInfusion.Grade.MODERATE;
          case SEVERE -> LastInfusion.Grade.SEVERE;
          case LIFE_THREATENING -> LastInfusion.Grade.LIFE_THREATENING;
        };
    return new LastInfusion.Unwanted(event.kind().words(), grade);
  }

  private Optional<String> stoppedEarly(InfusionLog log, Instant now, KnowledgeBase base) {
    if (log.deliveredAt(now).complete(log.order())) {
      return Optional.empty();
    }
    return log.standing().stream()
        .map(LogEntry::event)
        .filter(InfusionStopped.class::isInstance)
        .map(InfusionStopped.class::cast)
        .map(InfusionStopped::reason)
        .reduce((_, newest) -> newest)
        .filter(_ -> shortOfTheOrder(log, now, base));
  }

  /// A pump stopped some seconds before its last drop was not stopped early.
  private boolean shortOfTheOrder(InfusionLog log, Instant now, KnowledgeBase base) {
    var given = log.deliveredAt(now).dose().milligrams();
    var ordered = log.order().dose().milligrams();
    var tolerance = base.entry("INF-VOL-01").on(time.dayOf(now)).orElseThrow();
    var missing = ordered.subtract(given).multiply(PERCENT);
    return missing.compareTo(ordered.multiply(tolerance.amount("differs-by").in("%"))) > 0;
  }

  static String softwareVersion() {
    return Objects.requireNonNullElse(
        Titrations.class.getPackage().getImplementationVersion(), "development");
  }
}

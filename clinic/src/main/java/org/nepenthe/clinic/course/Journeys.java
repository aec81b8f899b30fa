package org.nepenthe.clinic.course;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nepenthe.care.decision.InfusionId;
import org.nepenthe.care.infusion.Infusion;
import org.nepenthe.care.infusion.InfusionEvent;
import org.nepenthe.care.infusion.LogEntry;
import org.nepenthe.care.screening.EffectiveEligibility;
import org.nepenthe.care.screening.ScreeningState;
import org.nepenthe.clinic.platform.web.JourneyStep;
import org.nepenthe.clinic.record.EventRecord;
import org.nepenthe.clinic.record.RecordedEvent;
import org.nepenthe.clinic.record.StreamId;
import org.springframework.stereotype.Service;

/// Where a course stands among its nine steps.
@Service
public class Journeys {
  private final EventRecord record;

  Journeys(EventRecord record) {
    this.record = record;
  }

  /// The steps bar of a course, with one step marked as the page that is shown.
  public List<JourneyStep> steps(Course course, Step shown) {
    var infusion = latestInfusion(course);
    var done = done(course, infusion);
    var current = current(done);
    var steps = new ArrayList<JourneyStep>();
    for (var step : Step.values()) {
      boolean reachable = done.contains(step) || step.compareTo(current) <= 0;
      steps.add(
          new JourneyStep(
              step.words(),
              reachable ? path(step, course, infusion) : "",
              state(step, done, current),
              "",
              step == shown));
    }
    return steps;
  }

  /// The address of the step that is to be done next.
  public String next(Course course) {
    var infusion = latestInfusion(course);
    return path(current(done(course, infusion)), course, infusion);
  }

  /// How far a course has come, in a word for lists.
  public Step current(Course course) {
    return current(done(course, latestInfusion(course)));
  }

  /// The infusion opened last, if one was.
  public Optional<InfusionId> latestInfusion(Course course) {
    var infusions = course.planning().infusions();
    return infusions.isEmpty() ? Optional.empty() : Optional.of(infusions.getLast());
  }

  private Set<Step> done(Course course, Optional<InfusionId> infusion) {
    var types = course.recorded().stream().map(RecordedEvent::type).toList();
    var given = infusion.map(id -> record.read(StreamId.of(id))).flatMap(Journeys::replay);
    int lastPlan = types.lastIndexOf("planning.PlanProposed");
    int lastApproval = types.lastIndexOf("planning.PlanApproved");
    int carriedOut = types.lastIndexOf("planning.PlanCarriedOut");
    boolean planOpen = lastPlan > carriedOut && lastPlan > types.lastIndexOf(WITHDRAWN);
    boolean abandoned = given.filter(Infusion.Abandoned.class::isInstance).isPresent();
    boolean running = carriedOut >= 0 && !planOpen && !abandoned;
    boolean home = given.filter(Infusion.Discharged.class::isInstance).isPresent();
    boolean off = home || given.filter(Infusion.Recovering.class::isInstance).isPresent();
    var done = EnumSet.noneOf(Step.class);
    mark(done, Step.REFERRAL, types.contains("referral.Referred"));
    mark(done, Step.SCREENING, mayProceed(course));
    mark(
        done,
        Step.CONSENT,
        types.lastIndexOf("consent.ConsentSigned") > types.lastIndexOf(CONSENT_WITHDRAWN));
    mark(done, Step.PLAN, planOpen || running);
    mark(done, Step.APPROVAL, running || (planOpen && lastApproval > lastPlan));
    mark(done, Step.INFUSION, running && off);
    mark(done, Step.RECOVERY, running && home);
    mark(done, Step.FOLLOW_UP, running && types.lastIndexOf("followup.ScoresTaken") > carriedOut);
    mark(done, Step.DECISION, running && types.lastIndexOf("followup.CourseDecided") > carriedOut);
    return done;
  }

  private static boolean mayProceed(Course course) {
    return ScreeningState.of(course.events())
        .effective()
        .map(EffectiveEligibility::mayProceed)
        .orElse(false);
  }

  private static Optional<Infusion> replay(List<RecordedEvent> events) {
    return events.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Infusion.replay(
                events.stream()
                    .map(event ->
                        new LogEntry(
                            event.version(), event.recordedAt(), (InfusionEvent) event.event()))
                    .toList()));
  }

  private static void mark(Set<Step> done, Step step, boolean isDone) {
    if (isDone) {
      done.add(step);
    }
  }

  private static final String CONSENT_WITHDRAWN = "consent.ConsentWithdrawn";
  private static final String WITHDRAWN = "planning.PlanWithdrawn";

  private static Step current(Set<Step> done) {
    for (var step : Step.values()) {
      if (!done.contains(step)) {
        return step;
      }
    }
    return Step.DECISION;
  }

  private static JourneyStep.State state(Step step, Set<Step> done, Step current) {
    if (step == current && !done.contains(step)) {
      return JourneyStep.State.CURRENT;
    }
    return done.contains(step) ? JourneyStep.State.DONE : JourneyStep.State.AHEAD;
  }

  private static String path(Step step, Course course, Optional<InfusionId> infusion) {
    return switch (step) {
      case REFERRAL, SCREENING, CONSENT, PLAN, APPROVAL, FOLLOW_UP, DECISION ->
          course.path(step.page());
      case INFUSION ->
          infusion.map(id -> "/infusions/" + id).orElse(course.path(Step.APPROVAL.page()));
      case RECOVERY -> infusion.map(id -> "/infusions/" + id + "/recovery").orElse("");
    };
  }
}

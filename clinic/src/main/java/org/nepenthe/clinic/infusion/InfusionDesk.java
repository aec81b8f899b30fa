package org.nepenthe.clinic.infusion;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.InfusionId;
import org.nepenthe.care.decision.PatientId;
import org.nepenthe.care.infusion.Deed;
import org.nepenthe.care.infusion.Infusion;
import org.nepenthe.care.infusion.InfusionCommand;
import org.nepenthe.care.infusion.InfusionDecisions;
import org.nepenthe.care.infusion.InfusionEvent;
import org.nepenthe.care.infusion.InfusionEvent.InfusionOpened;
import org.nepenthe.care.infusion.LogEntry;
import org.nepenthe.care.infusion.Outcome;
import org.nepenthe.care.infusion.Refusal;
import org.nepenthe.care.planning.DosePlan;
import org.nepenthe.care.planning.PlanCarriedOut;
import org.nepenthe.clinic.course.Course;
import org.nepenthe.clinic.infusion.picture.RulesOfTheDay;
import org.nepenthe.clinic.record.Append;
import org.nepenthe.clinic.record.CommandKey;
import org.nepenthe.clinic.record.EventRecord;
import org.nepenthe.clinic.record.Happening;
import org.nepenthe.clinic.record.RecordedEvent;
import org.nepenthe.clinic.record.StreamConflict;
import org.nepenthe.clinic.record.StreamId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Where everything about an infusion is put on record.
///
/// Each command is judged on the newest state, whatever the person had on the screen; if something
/// that matters to the command happened since, they are told so before anything is written.
@Service
public class InfusionDesk {
  private static final String BROWSER = "browser";

  /// How often a command is judged anew when others write at the same moment.
  private static final int ATTEMPTS = 8;

  private final EventRecord record;
  private final RulesOfTheDay rules;
  private final InstantSource clock;

  InfusionDesk(EventRecord record, RulesOfTheDay rules, InstantSource clock) {
    this.record = record;
    this.rules = rules;
    this.clock = clock;
  }

  /// What came of a command.
  public sealed interface Answer {
    record Recorded(long version) implements Answer {}

    record Refused(List<Refusal> refusals) implements Answer {
      public Refused {
        refusals = List.copyOf(refusals);
      }
    }

    /// Something that matters to this command happened after what the person saw.
    record Changed(Infusion now) implements Answer {}
  }

  /// A command with all that surrounds it.
  ///
  /// @param patient whom the sender believes it to be about
  /// @param seen the version the sender saw
  /// @param happenedAt by the clock
  public record Request(
      InfusionId infusion,
      PatientId patient,
      long seen,
      CommandKey key,
      Actor actor,
      Instant happenedAt,
      InfusionCommand command) {}

  public Optional<Infusion> find(InfusionId id) {
    var events = record.read(StreamId.of(id));
    return events.isEmpty()
        ? Optional.empty()
        : Optional.of(Infusion.replay(events.stream().map(InfusionDesk::entry).toList()));
  }

  /// Begins the preparation of the course's approved plan, which is used up by it. The same form
  /// sent twice opens one infusion: its id is made from the form's key.
  ///
  /// @return the refusal where there is no plan that could be prepared
  @Transactional
  public Opening open(Course course, UUID formKey, Actor actor) {
    var id = new InfusionId(formKey);
    var key = new CommandKey(formKey.toString()).part("infusion");
    if (record.versionAfter(key).isPresent()) {
      return new Opening.Opened(id);
    }
    var now = clock.instant();
    if (!(course.planning().current().orElse(null) instanceof DosePlan.Approved plan)) {
      return new Opening.NotNow("There is no approved plan that could be prepared.");
    }
    if (plan.expiredAt(now)) {
      return new Opening.NotNow("The approval has expired: the plan must be approved again.");
    }
    var opened = new InfusionOpened(id, course.patient(), course.id(), plan, now, actor);
    record.append(
        new Append(
            StreamId.of(id),
            course.patient(),
            0,
            key,
            actor,
            BROWSER,
            List.of(new Happening(opened, now))));
    record.append(
        new Append(
            StreamId.of(course.id()),
            course.patient(),
            course.version(),
            new CommandKey(formKey.toString()),
            actor,
            BROWSER,
            List.of(new Happening(new PlanCarriedOut(id), now))));
    return new Opening.Opened(id);
  }

  /// What came of opening a preparation.
  public sealed interface Opening {
    record Opened(InfusionId id) implements Opening {}

    record NotNow(String because) implements Opening {}
  }

  /// Puts on record what somebody did.
  ///
  /// @throws WrongInfusion if the infusion is not this patient's, or there is none
  public Answer record(Request request) {
    StreamConflict last = null;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      var done = record.versionAfter(request.key());
      if (done.isPresent()) {
        return new Answer.Recorded(done.get());
      }
      try {
        var answer = attempt(request);
        return answer instanceof Answer.Recorded ? answer : unlessJustRecorded(request, answer);
      } catch (StreamConflict conflict) {
        last = conflict;
      }
    }
    throw last == null ? new IllegalStateException("nothing was attempted") : last;
  }

  /// The same form sent twice at one moment: the second may have been judged on a state that holds
  /// the first already. It is then on record, and not in conflict with itself.
  private Answer unlessJustRecorded(Request request, Answer answer) {
    return record.versionAfter(request.key()).<Answer>map(Answer.Recorded::new).orElse(answer);
  }

  private Answer attempt(Request request) {
    var infusion = find(request.infusion()).orElseThrow(WrongInfusion::new);
    var log = infusion.log();
    if (!log.opened().patient().equals(request.patient())) {
      throw new WrongInfusion();
    }
    if (Relevance.changedSince(log, request.command(), request.seen())) {
      return new Answer.Changed(infusion);
    }
    var now = clock.instant();
    var deed = new Deed(request.actor(), request.happenedAt(), now);
    return switch (InfusionDecisions.decide(
        infusion, request.command(), deed, rules.infusion(now))) {
      case Outcome.Refused(var refusals) -> new Answer.Refused(refusals);
      case Outcome.Accepted(var events) -> {
        var happenings = events.stream().map(event -> new Happening(event, event.at())).toList();
        var appended =
            record.append(
                new Append(
                    StreamId.of(request.infusion()),
                    request.patient(),
                    log.version(),
                    request.key(),
                    request.actor(),
                    BROWSER,
                    happenings));
        yield new Answer.Recorded(appended.version());
      }
    };
  }

  private static LogEntry entry(RecordedEvent recorded) {
    if (!(recorded.event() instanceof InfusionEvent event)) {
      throw new IllegalStateException(
          recorded.type() + " stands in the stream of an infusion and does not belong there");
    }
    return new LogEntry(recorded.version(), recorded.recordedAt(), event);
  }
}

package org.nepenthe.clinic.followup;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.CareEvent;
import org.nepenthe.care.decision.InfusionId;
import org.nepenthe.care.followup.FollowUpState;
import org.nepenthe.care.followup.FollowUpStruck;
import org.nepenthe.care.followup.HarmReported;
import org.nepenthe.care.followup.ReliefReported;
import org.nepenthe.care.followup.SafetyAnswerGiven;
import org.nepenthe.care.followup.SafetyConcern;
import org.nepenthe.care.followup.ScoresTaken;
import org.nepenthe.care.infusion.AdverseEvent;
import org.nepenthe.care.outcome.Instrument;
import org.nepenthe.care.surveillance.Check;
import org.nepenthe.care.surveillance.CheckDone;
import org.nepenthe.clinic.course.Course;
import org.nepenthe.clinic.platform.display.ClinicTime;
import org.nepenthe.clinic.platform.form.Form;
import org.nepenthe.knowledge.KnowledgeBase;
import org.nepenthe.knowledge.instrument.InstrumentCard;
import org.springframework.stereotype.Component;

/// Reads what was told on a form of the look back into what happened. A form that is refused says
/// so field by field, and nothing happened.
@Component
class Told {
  /// How long before today something may lie that is told now.
  private static final Duration TOLD_WITHIN = Duration.ofDays(366);

  private final FollowUpBook book;
  private final KnowledgeBase knowledge;
  private final ClinicTime time;

  Told(FollowUpBook book, KnowledgeBase knowledge, ClinicTime time) {
    this.book = book;
    this.knowledge = knowledge;
    this.time = time;
  }

  /// Empty where the form is refused.
  List<CareEvent> read(Telling what, Course course, Form form, Actor by, Instant now) {
    return switch (what) {
      case SCORES -> scores(course, form, by, now);
      case MOOD -> mood(course, form, by, now);
      case SAFETY -> safety(course, form, by, now);
      case RELIEF -> relief(course, form, by, now);
      case HARM -> harm(form, by, now);
      case CHECK -> check(form, by, now);
      case STRIKE -> strike(course, form, by, now);
    };
  }

  private List<CareEvent> scores(Course course, Form form, Actor by, Instant now) {
    var answers = FollowUpFields.answers(form, Instrument.all(knowledge, time.dayOf(now)));
    var at = FollowUpFields.moment(form, "taken-on", time, now, now.minus(TOLD_WITHIN));
    return form.refused()
        ? List.of()
        : List.of(new ScoresTaken(moment(course, at), answers, at, by));
  }

  /// What is answered is kept even where the rest is missing: half a questionnaire is no score, but
  /// an answer about self-harm is one.
  private List<CareEvent> mood(Course course, Form form, Actor by, Instant now) {
    var day = time.dayOf(now);
    var answers =
        InstrumentCard.find(knowledge, day, FollowUpView.MOOD)
            .map(card -> FollowUpFields.answers(form, card))
            .filter(given -> !given.items().isEmpty());
    if (answers.isEmpty()) {
      form.refuse("mood", "Answer at least one question.");
      return List.of();
    }
    var taken = new ScoresTaken(moment(course, now), List.of(answers.get()), now, by);
    return Stream.<CareEvent>concat(
            Stream.of(taken), SafetyAnswerGiven.in(taken, knowledge, day).stream())
        .toList();
  }

  private List<CareEvent> safety(Course course, Form form, Actor by, Instant now) {
    var concern =
        FollowUpBook.state(course.recorded()).concerns().stream()
            .filter(one -> Long.toString(one.entry()).equals(form.value("entry")))
            .findFirst();
    if (concern.isEmpty()) {
      form.refuse("done", "There is no such answer in this course.");
      return List.of();
    }
    return switch (concern.get().settle(form.value("done"), by, now)) {
      case SafetyConcern.Settled(var event) -> List.of(event);
      case SafetyConcern.NotSettled(var because) -> {
        form.refuse("done", because);
        yield List.of();
      }
    };
  }

  private List<CareEvent> relief(Course course, Form form, Actor by, Instant now) {
    var infusion =
        course.planning().infusions().stream()
            .filter(id -> id.toString().equals(form.value("infusion")))
            .findFirst();
    if (infusion.isEmpty()) {
      form.refuse("infusion", "Choose the infusion.");
    }
    var started = infusion.flatMap(this::startedAt).orElse(now);
    var relief = FollowUpFields.relief(form, time, now, started);
    return form.refused()
        ? List.of()
        : List.of(new ReliefReported(infusion.orElseThrow(), relief.orElseThrow(), now, by));
  }

  private List<CareEvent> harm(Form form, Actor by, Instant now) {
    var kind = form.choice("kind", AdverseEvent.Kind.class, "Choose what happened.");
    var severity = form.choice("severity", AdverseEvent.Severity.class, "Choose how bad it was.");
    var note = form.optionalText("words");
    var at = FollowUpFields.moment(form, "happened-on", time, now, now.minus(TOLD_WITHIN));
    return form.refused()
        ? List.of()
        : List.of(
            new HarmReported(
                new AdverseEvent(kind.orElseThrow(), severity.orElseThrow(), note, ""), at, by));
  }

  private List<CareEvent> check(Form form, Actor by, Instant now) {
    var check =
        Check.all(knowledge, time.dayOf(now)).stream()
            .filter(one -> one.id().equals(form.value("check")))
            .findFirst();
    if (check.isEmpty()) {
      form.refuse("check", "Choose the check.");
    }
    var finding = form.choice("finding", CheckDone.Finding.class, "Say what came of it.");
    var note = form.optionalText("note");
    var at = FollowUpFields.moment(form, "done-on", time, now, now.minus(TOLD_WITHIN));
    return form.refused()
        ? List.of()
        : List.of(new CheckDone(check.orElseThrow().id(), finding.orElseThrow(), note, at, by));
  }

  private List<CareEvent> strike(Course course, Form form, Actor by, Instant now) {
    var reason = form.text("reason", "Say why the entry is struck.");
    var entry =
        FollowUpBook.state(course.recorded()).entries().stream()
            .filter(one -> Long.toString(one.number()).equals(form.value("entry")))
            .filter(FollowUpState.Entry::counts)
            .findFirst();
    if (entry.isEmpty()) {
      form.refuse("reason", "There is no such entry, or it is struck already.");
    }
    return form.refused()
        ? List.of()
        : List.of(new FollowUpStruck(entry.orElseThrow().number(), reason.orElseThrow(), now, by));
  }

  /// Where in the course a moment lies, whatever the page said.
  private ScoresTaken.Moment moment(Course course, Instant at) {
    var starts =
        course.planning().infusions().stream().flatMap(id -> startedAt(id).stream()).toList();
    if (starts.isEmpty() || at.isBefore(starts.getFirst())) {
      return ScoresTaken.Moment.BASELINE;
    }
    boolean already =
        FollowUpBook.state(course.recorded()).taken().stream()
            .anyMatch(taken -> taken.at().isAfter(starts.getLast()));
    return already ? ScoresTaken.Moment.FOLLOW_UP : ScoresTaken.Moment.AFTER;
  }

  private Optional<Instant> startedAt(InfusionId infusion) {
    return book.log(infusion).started().map(started -> started.at());
  }
}

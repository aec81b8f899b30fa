package org.nepenthe.clinic.followup;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
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
import org.nepenthe.care.infusion.InfusionLog;
import org.nepenthe.care.outcome.Instrument;
import org.nepenthe.care.surveillance.Check;
import org.nepenthe.care.surveillance.CheckDone;
import org.nepenthe.clinic.course.Course;
import org.nepenthe.clinic.course.Courses;
import org.nepenthe.clinic.platform.display.ClinicTime;
import org.nepenthe.clinic.platform.form.Form;
import org.nepenthe.clinic.platform.web.Flash;
import org.nepenthe.knowledge.KnowledgeBase;
import org.nepenthe.knowledge.instrument.InstrumentCard;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// How the patient fares: scores now and later, relief, harm at home, checks.
@Controller
final class FollowUpPages {
  /// How long before today something may lie that is told now.
  private static final Duration TOLD_WITHIN = Duration.ofDays(366);

  private final Courses courses;
  private final FollowUpViews views;
  private final FollowUpBook book;
  private final KnowledgeBase knowledge;
  private final ClinicTime time;

  FollowUpPages(
      Courses courses,
      FollowUpViews views,
      FollowUpBook book,
      KnowledgeBase knowledge,
      ClinicTime time) {
    this.courses = courses;
    this.views = views;
    this.book = book;
    this.knowledge = knowledge;
    this.time = time;
  }

  @GetMapping("/courses/{course}/followup")
  String show(@PathVariable UUID course, Model model) {
    return page(courses.get(course), "", Form.blank(), model);
  }

  @PostMapping("/courses/{course}/followup/scores")
  String scores(
      @PathVariable UUID course,
      Form form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var found = views.samePatient(courses.get(course), form);
    var now = courses.now();
    var answers = FollowUpFields.answers(form, Instrument.all(knowledge, time.dayOf(now)));
    var at = FollowUpFields.moment(form, "taken-on", time, now, now.minus(TOLD_WITHIN));
    return store(
        found,
        "scores",
        form,
        model,
        response,
        redirect,
        "The scores are recorded.",
        () -> new CareEvent[] {new ScoresTaken(moment(found, at), answers, at, courses.actor())});
  }

  /// What is answered is kept even where the rest is missing: half a questionnaire is no score, but
  /// an answer about self-harm is one.
  @PostMapping("/courses/{course}/followup/mood")
  String mood(
      @PathVariable UUID course,
      Form form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var found = views.samePatient(courses.get(course), form);
    var now = courses.now();
    var day = time.dayOf(now);
    var card = InstrumentCard.find(knowledge, day, FollowUpView.MOOD);
    var answers = card.map(one -> FollowUpFields.answers(form, one));
    if (answers.filter(given -> !given.items().isEmpty()).isEmpty()) {
      form.refuse("mood", "Answer at least one question.");
    }
    return store(
        found,
        "mood",
        form,
        model,
        response,
        redirect,
        "The answers are recorded.",
        () -> {
          var taken =
              new ScoresTaken(
                  moment(found, now), List.of(answers.orElseThrow()), now, courses.actor());
          return Stream.concat(
                  Stream.of(taken), SafetyAnswerGiven.in(taken, knowledge, day).stream())
              .toArray(CareEvent[]::new);
        });
  }

  @PostMapping("/courses/{course}/followup/safety")
  String settle(
      @PathVariable UUID course,
      Form form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var found = views.samePatient(courses.get(course), form);
    var concern =
        FollowUpBook.state(found.recorded()).concerns().stream()
            .filter(one -> Long.toString(one.entry()).equals(form.value("entry")))
            .findFirst();
    var settling =
        concern.map(one -> one.settle(form.value("done"), courses.actor(), courses.now()));
    if (settling.isEmpty()) {
      form.refuse("done", "There is no such answer in this course.");
    } else if (settling.get() instanceof SafetyConcern.NotSettled(var because)) {
      form.refuse("done", because);
    }
    return store(
        found,
        "safety",
        form,
        model,
        response,
        redirect,
        "What was done is recorded.",
        () -> new CareEvent[] {((SafetyConcern.Settled) settling.orElseThrow()).event()});
  }

  @PostMapping("/courses/{course}/followup/relief")
  String relief(
      @PathVariable UUID course,
      Form form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var found = views.samePatient(courses.get(course), form);
    var now = courses.now();
    var infusion =
        found.planning().infusions().stream()
            .filter(id -> id.toString().equals(form.value("infusion")))
            .findFirst();
    if (infusion.isEmpty()) {
      form.refuse("infusion", "Choose the infusion.");
    }
    var started = infusion.flatMap(this::startedAt).orElse(now);
    var relief = FollowUpFields.relief(form, time, now, started);
    return store(
        found,
        "relief",
        form,
        model,
        response,
        redirect,
        "What the patient says of the relief is recorded.",
        () ->
            new CareEvent[] {
              new ReliefReported(infusion.orElseThrow(), relief.orElseThrow(), now, courses.actor())
            });
  }

  @PostMapping("/courses/{course}/followup/harm")
  String harm(
      @PathVariable UUID course,
      Form form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var found = views.samePatient(courses.get(course), form);
    var now = courses.now();
    var kind = form.choice("kind", AdverseEvent.Kind.class, "Choose what happened.");
    var severity = form.choice("severity", AdverseEvent.Severity.class, "Choose how bad it was.");
    var note = form.optionalText("words");
    var at = FollowUpFields.moment(form, "happened-on", time, now, now.minus(TOLD_WITHIN));
    return store(
        found,
        "harm",
        form,
        model,
        response,
        redirect,
        "The adverse event is recorded.",
        () ->
            new CareEvent[] {
              new HarmReported(
                  new AdverseEvent(kind.orElseThrow(), severity.orElseThrow(), note, ""),
                  at,
                  courses.actor())
            });
  }

  @PostMapping("/courses/{course}/followup/check")
  String check(
      @PathVariable UUID course,
      Form form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var found = views.samePatient(courses.get(course), form);
    var now = courses.now();
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
    return store(
        found,
        "check",
        form,
        model,
        response,
        redirect,
        "The check is recorded.",
        () ->
            new CareEvent[] {
              new CheckDone(
                  check.orElseThrow().id(), finding.orElseThrow(), note, at, courses.actor())
            });
  }

  @PostMapping("/courses/{course}/followup/strike")
  String strike(
      @PathVariable UUID course,
      Form form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var found = views.samePatient(courses.get(course), form);
    var reason = form.text("reason", "Say why the entry is struck.");
    var entry =
        FollowUpBook.state(found.recorded()).entries().stream()
            .filter(one -> Long.toString(one.number()).equals(form.value("entry")))
            .filter(FollowUpState.Entry::counts)
            .findFirst();
    if (entry.isEmpty()) {
      form.refuse("reason", "There is no such entry, or it is struck already.");
    }
    return store(
        found,
        "strike",
        form,
        model,
        response,
        redirect,
        "The entry is struck. It stays readable.",
        () ->
            new CareEvent[] {
              new FollowUpStruck(
                  entry.orElseThrow().number(),
                  reason.orElseThrow(),
                  courses.now(),
                  courses.actor())
            });
  }

  private String store(
      Course course,
      String name,
      Form form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect,
      String done,
      java.util.function.Supplier<CareEvent[]> events) {
    if (form.refused()) {
      response.setStatus(422);
      return page(course, name, form, model);
    }
    courses.append(course, form.key(), form.version(), events.get());
    Flash.done(redirect, done);
    return "redirect:" + course.path("followup");
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
    InfusionLog log = book.log(infusion);
    return log.started().map(started -> started.at());
  }

  private String page(Course course, String refused, Form form, Model model) {
    views.fill(course, org.nepenthe.clinic.course.Step.FOLLOW_UP, model);
    model.addAttribute("forms", forms(course, refused, form));
    return "followup/followup";
  }

  private static Map<String, Form> forms(Course course, String refused, Form form) {
    var forms = new LinkedHashMap<String, Form>();
    for (var name : List.of("scores", "mood", "safety", "relief", "harm", "check", "strike")) {
      forms.put(name, name.equals(refused) ? form : Form.blank().expecting(course.version()));
    }
    return forms;
  }
}

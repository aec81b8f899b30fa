package org.nepenthe.clinic.screening;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nepenthe.care.decision.Role;
import org.nepenthe.care.screening.facts.ClinicDates;
import org.nepenthe.care.screening.interview.Answer;
import org.nepenthe.care.screening.interview.Interview;
import org.nepenthe.care.screening.interview.InterviewAnswered;
import org.nepenthe.care.screening.interview.Question;
import org.nepenthe.clinic.course.Course;
import org.nepenthe.clinic.course.Courses;
import org.nepenthe.clinic.course.Journeys;
import org.nepenthe.clinic.course.Step;
import org.nepenthe.clinic.patient.PatientBanners;
import org.nepenthe.clinic.platform.display.ClinicTime;
import org.nepenthe.clinic.platform.form.BadForm;
import org.nepenthe.clinic.platform.form.Form;
import org.nepenthe.clinic.platform.web.ChangedMeanwhile;
import org.nepenthe.clinic.platform.web.Flash;
import org.nepenthe.clinic.security.AccessRules;
import org.nepenthe.knowledge.KnowledgeBase;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The interview and the verdict.
@Controller
final class ScreeningPages {
  private static final String ANSWER = "answer";

  private final Courses courses;
  private final Journeys journeys;
  private final Screenings screenings;
  private final PatientBanners banners;
  private final KnowledgeBase knowledge;
  private final ClinicTime time;

  ScreeningPages(
      Courses courses,
      Journeys journeys,
      Screenings screenings,
      PatientBanners banners,
      KnowledgeBase knowledge,
      ClinicTime time) {
    this.courses = courses;
    this.journeys = journeys;
    this.screenings = screenings;
    this.banners = banners;
    this.knowledge = knowledge;
    this.time = time;
  }

  @GetMapping("/courses/{course}/screening")
  String show(@PathVariable UUID course, Model model) {
    return page(courses.get(course), model);
  }

  @PostMapping("/courses/{course}/screening/assess")
  String assess(@PathVariable UUID course, Form form, RedirectAttributes redirect) {
    var found = courses.get(course);
    screenings.assess(found, form.key(), form.version());
    Flash.done(redirect, "Eligibility is assessed and stored, with every reason.");
    return "redirect:" + found.path("screening");
  }

  @PostMapping("/courses/{course}/screening/answers")
  String answer(
      @PathVariable UUID course,
      Form form,
      @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
      Model model,
      HttpServletResponse response) {
    var found = courses.get(course);
    var question = asked(form);
    var standing = screenings.standing(found);
    refuseIfAnsweredMeanwhile(question, standing, form, htmx != null, found);
    var answer = read(question, standing, form);
    if (answer.isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return htmx == null
          ? page(found, question, form, model)
          : row(found, question, standing, form, model);
    }
    screenings.answer(course, form.key(), answer.get());
    if (htmx == null) {
      return "redirect:" + found.path("screening") + "#" + question.id();
    }
    var now = courses.get(course);
    return row(now, question, screenings.standing(now), Form.blank(), model);
  }

  private Question asked(Form form) {
    var id = form.value("question");
    return screenings.interview().stream()
        .filter(question -> question.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new BadForm("no question '" + id + "' is asked"));
  }

  /// Two people may answer different questions at once; of one question each must have seen what
  /// the other said. One's own earlier answer is no surprise.
  private void refuseIfAnsweredMeanwhile(
      Question question, Standing standing, Form form, boolean inPlace, Course course) {
    var latest = standing.facts().interview().latest(question.id());
    if (latest.isEmpty()
        || form.value("seen").equals(QuestionRow.seen(latest))
        || latest.get().by().isSamePersonAs(courses.actor())) {
      return;
    }
    var said =
        latest.get().by().name()
            + " answered \""
            + latest.get().answer().words()
            + "\" at "
            + time.time(latest.get().at())
            + ".";
    if (!inPlace) {
      throw new ChangedMeanwhile(
          "The answer to \"" + question.title() + "\"", said, course.path("screening"));
    }
    form.refuse(ANSWER, said + " Answer again if that is not so.");
  }

  private Optional<InterviewAnswered> read(Question question, Standing standing, Form form) {
    var answer = form.choice(ANSWER, Answer.class, "Choose present, absent or not known.");
    var note = form.optionalText("note");
    var refutes = refuted(question, standing, form);
    if (!refutes.isEmpty()) {
      if (courses.actor().role() != Role.PHYSICIAN) {
        form.refuse("refutes", "Only a physician may say that an entry does not hold.");
      }
      if (note.isEmpty()) {
        form.refuse("note", "Say how you know that the entry does not hold.");
      }
    }
    if (form.refused() || answer.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new InterviewAnswered(
            question.id(),
            answer.get(),
            note,
            answer.get() == Answer.ABSENT ? refutes : List.of(),
            courses.actor(),
            courses.now()));
  }

  private List<String> refuted(Question question, Standing standing, Form form) {
    var chart = new ChartBearing(knowledge, today()).on(question, standing.facts());
    var ids = new ArrayList<String>();
    for (var mention : chart) {
      if (mention.states() && form.has("refutes", mention.words())) {
        ids.addAll(mention.sourceIds());
      }
    }
    return ids;
  }

  private String row(Course course, Question question, Standing standing, Form form, Model model) {
    model.addAttribute("view", view(course, standing));
    model.addAttribute("row", InterviewView.row(question, standing, knowledge, today(), form));
    return "screening/answered";
  }

  private String page(Course course, Model model) {
    frame(course, model);
    model.addAttribute("view", view(course, screenings.standing(course)));
    return "screening/screening";
  }

  /// The whole page again, with what was typed in one row, for a browser without script.
  private String page(Course course, Question question, Form form, Model model) {
    frame(course, model);
    var view = view(course, screenings.standing(course));
    model.addAttribute("view", view.with(view.interview().with(question, form)));
    return "screening/screening";
  }

  private void frame(Course course, Model model) {
    model.addAttribute("patient", banners.of(course.patient()));
    model.addAttribute("steps", journeys.steps(course, Step.SCREENING));
  }

  private ScreeningView view(Course course, Standing standing) {
    var day = today();
    var role = courses.actor().role();
    boolean maySend =
        AccessRules.forRequest("POST", course.path("screening/answers"))
            .map(access -> access.allows(role))
            .orElse(false);
    return new ScreeningView(
        course,
        standing,
        InterviewView.of(screenings.interview(), standing, knowledge, day),
        verdict(standing),
        IndicationView.of(standing.facts().referral(), knowledge, day),
        ClaimRow.all(knowledge, day),
        HistoryRow.of(standing.state()),
        ExaminationRow.of(screenings.examinations(), standing, knowledge, day),
        opioids(standing),
        screenings.trials(standing).stream()
            .map(trial -> trial.words(new ClinicDates(time.zone())))
            .toList(),
        Form.blank().expecting(course.version()),
        maySend && Interview.mayAttest(role),
        role == Role.PHYSICIAN);
  }

  private String opioids(Standing standing) {
    var load = screenings.opioidLoad(standing);
    return load.lines().isEmpty() ? "No opioid on the list" : "Opioids: " + load.words();
  }

  private Optional<VerdictView> verdict(Standing standing) {
    if (standing.state().decisions().isEmpty()) {
      return Optional.empty();
    }
    var screened = standing.state().decisions().getLast();
    return standing
        .effective()
        .map(effective ->
            VerdictView.of(
                screened,
                effective,
                standing.difference().isEmpty(),
                knowledge,
                time.dayOf(screened.decision().decidedAt())));
  }

  private LocalDate today() {
    return time.dayOf(courses.now());
  }
}

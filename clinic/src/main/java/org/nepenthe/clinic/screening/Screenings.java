package org.nepenthe.clinic.screening;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.nepenthe.care.chart.Chart;
import org.nepenthe.care.chart.Concepts;
import org.nepenthe.care.decision.DecisionRecord;
import org.nepenthe.care.decision.RuleId;
import org.nepenthe.care.decision.Signature;
import org.nepenthe.care.referral.ReferralState;
import org.nepenthe.care.screening.Difference;
import org.nepenthe.care.screening.Eligibility;
import org.nepenthe.care.screening.OverrideReason;
import org.nepenthe.care.screening.Overriding;
import org.nepenthe.care.screening.Screened;
import org.nepenthe.care.screening.Screening;
import org.nepenthe.care.screening.ScreeningState;
import org.nepenthe.care.screening.examination.Examination;
import org.nepenthe.care.screening.facts.ScreeningFacts;
import org.nepenthe.care.screening.interview.InterviewAnswered;
import org.nepenthe.care.screening.interview.Question;
import org.nepenthe.care.screening.load.OpioidLoad;
import org.nepenthe.care.screening.trial.Trial;
import org.nepenthe.clinic.course.Course;
import org.nepenthe.clinic.course.Courses;
import org.nepenthe.clinic.patient.PatientCharts;
import org.nepenthe.clinic.platform.web.ChangedMeanwhile;
import org.nepenthe.knowledge.KnowledgeBase;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.web.server.ResponseStatusException;

/// The screening of courses: what it stands at, and what people do to it.
@Service
public class Screenings {
  /// Answers to different questions never contradict each other, so that one is simply written
  /// after another; more writers than this at one moment are not people.
  private static final int TRIES = 5;

  private final Courses courses;
  private final PatientCharts charts;
  private final KnowledgeBase knowledge;
  private final ZoneId zone;
  private final String softwareVersion;
  private final Screening screening;
  private final AtomicReference<OfDay> concepts;

  private record OfDay(LocalDate day, Concepts concepts) {}

  Screenings(
      Courses courses,
      PatientCharts charts,
      KnowledgeBase knowledge,
      ZoneId zone,
      @Value("${nepenthe.version}") String softwareVersion) {
    this.courses = courses;
    this.charts = charts;
    this.knowledge = knowledge;
    this.zone = zone;
    this.softwareVersion = softwareVersion;
    this.screening = new Screening(knowledge, zone, softwareVersion);
    this.concepts = new AtomicReference<>(ofDay(dayOf(courses.now())));
  }

  /// Where a course stands now.
  public Standing standing(Course course) {
    var now = courses.now();
    var state = ScreeningState.of(course.events());
    var facts = facts(course, state, now);
    var today = screening.assess(facts, now);
    var difference =
        state.latest().flatMap(before -> Difference.between(before, today, state.overrides()));
    return new Standing(state, facts, today, difference, zone);
  }

  /// How courses come out by another version of the knowledge, with the facts as they are now.
  Function<Course, DecisionRecord<Eligibility>> by(KnowledgeBase other) {
    var now = courses.now();
    var by = new Screening(other, zone, softwareVersion);
    var meanings = Concepts.of(other, dayOf(now));
    return course -> by.assess(facts(course, ScreeningState.of(course.events()), meanings), now);
  }

  /// What would settle what is not known today.
  public List<Screening.Open> open(Standing standing) {
    return screening.open(standing.facts(), standing.today().decidedAt());
  }

  /// What can be examined, scored or looked up now.
  public List<Examination> examinations() {
    return screening.examinations(courses.now());
  }

  /// The opioids of the list in morphine equivalents.
  public OpioidLoad opioidLoad(Standing standing) {
    return screening.opioidLoad(standing.facts(), standing.today().decidedAt());
  }

  /// What is known of each kind of first-line therapy.
  public List<Trial> trials(Standing standing) {
    return screening.trials(standing.facts(), standing.today().decidedAt());
  }

  /// The interview as it is to be asked now.
  List<Question> interview() {
    return screening.interview(courses.now());
  }

  /// Writes down one answer. Whoever sends the same answer of the same form twice gives it once.
  void answer(UUID course, UUID formKey, InterviewAnswered answer) {
    var key = keyOf(formKey, answer);
    for (int tried = 1; ; tried++) {
      var now = courses.get(course);
      try {
        courses.append(now, key, now.version(), answer);
        return;
      } catch (ChangedMeanwhile meanwhile) {
        if (tried == TRIES) {
          throw meanwhile;
        }
      }
    }
  }

  /// A second tap on another answer of the same row is another answer, not a repetition.
  private static UUID keyOf(UUID formKey, InterviewAnswered answer) {
    var content =
        String.join(
            "\n",
            formKey.toString(),
            answer.question(),
            answer.answer().name(),
            answer.note(),
            String.join("\n", answer.refutes()));
    return UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8));
  }

  /// Decides by the facts as they are now.
  void assess(Course course, UUID formKey, long seen) {
    var now = courses.now();
    var facts = facts(course, ScreeningState.of(course.events()), now);
    var decision = screening.assess(facts, now);
    courses.append(course, formKey, seen, new Screened(decision, courses.actor()));
  }

  /// Overrides one contraindication of the latest decision.
  ///
  /// @throws ResponseStatusException 403 where the law for overrides does not allow it
  void override(
      Course course,
      UUID formKey,
      long seen,
      RuleId rule,
      OverrideReason reason,
      Signature signature) {
    var standing = standing(course);
    if (!standing.changes().isEmpty()) {
      throw new ChangedMeanwhile(
          "What this override is about",
          "The facts have changed since eligibility was assessed. Assess again first.",
          course.path("screening"));
    }
    var decision =
        standing
            .state()
            .latest()
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    switch (Overriding.override(decision, rule, reason, signature)) {
      case Overriding.Outcome.Overridden(var event) -> courses.append(course, formKey, seen, event);
      case Overriding.Outcome.Refused(var why) ->
          throw new ResponseStatusException(HttpStatus.FORBIDDEN, why);
    }
  }

  private ScreeningFacts facts(Course course, ScreeningState state, Instant at) {
    return facts(course, state, conceptsOn(dayOf(at)));
  }

  private ScreeningFacts facts(Course course, ScreeningState state, Concepts meanings) {
    return new ScreeningFacts(
        chartOf(course),
        state.interview(),
        ReferralState.of(course.events()).current(),
        meanings,
        state.examinations(),
        state.doses(),
        state.trials());
  }

  private Chart chartOf(Course course) {
    return charts
        .chart(course.patient())
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private Concepts conceptsOn(LocalDate day) {
    return concepts.updateAndGet(kept -> kept.day().equals(day) ? kept : ofDay(day)).concepts();
  }

  private OfDay ofDay(LocalDate day) {
    return new OfDay(day, Concepts.of(knowledge, day));
  }

  private LocalDate dayOf(Instant at) {
    return at.atZone(zone).toLocalDate();
  }
}

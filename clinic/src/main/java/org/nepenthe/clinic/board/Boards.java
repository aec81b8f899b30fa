package org.nepenthe.clinic.board;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nepenthe.care.alert.Alert;
import org.nepenthe.care.alert.Priority;
import org.nepenthe.care.decision.CourseId;
import org.nepenthe.care.decision.PatientId;
import org.nepenthe.care.infusion.Infusion;
import org.nepenthe.care.infusion.InfusionRules;
import org.nepenthe.care.infusion.observation.DueObservation;
import org.nepenthe.care.planning.series.Booking;
import org.nepenthe.clinic.board.Board.Chair;
import org.nepenthe.clinic.board.Board.Coming;
import org.nepenthe.clinic.board.Board.Group;
import org.nepenthe.clinic.board.Board.Waiting;
import org.nepenthe.clinic.course.CoursePlace;
import org.nepenthe.clinic.course.CoursePlaces;
import org.nepenthe.clinic.course.Courses;
import org.nepenthe.clinic.course.Step;
import org.nepenthe.clinic.followup.SafetyAnswers;
import org.nepenthe.clinic.infusion.InfusionDesk;
import org.nepenthe.clinic.infusion.InfusionRegister;
import org.nepenthe.clinic.infusion.InfusionRow;
import org.nepenthe.clinic.infusion.picture.LivePictures;
import org.nepenthe.clinic.infusion.picture.MonitoringMode;
import org.nepenthe.clinic.patient.PatientNames;
import org.nepenthe.clinic.patient.PatientNames.Named;
import org.nepenthe.clinic.planning.Bookings;
import org.nepenthe.clinic.planning.Days;
import org.nepenthe.clinic.platform.display.ClinicTime;
import org.nepenthe.clinic.platform.display.Figures;
import org.nepenthe.clinic.screening.VerdictWatch;
import org.nepenthe.knowledge.KnowledgeBase;
import org.springframework.stereotype.Component;

/// Makes the board: the few chairs from their streams, the many who wait from a projection.
@Component
class Boards {
  /// More than these in one group is a number and a way to the list.
  private static final int ROWS = 8;

  private static final Set<Step> ON_THE_WAY =
      EnumSet.of(Step.CONSENT, Step.PLAN, Step.APPROVAL, Step.INFUSION);

  private final InfusionRegister register;
  private final InfusionDesk desk;
  private final LivePictures pictures;
  private final MonitoringMode mode;
  private final CoursePlaces places;
  private final VerdictWatch verdicts;
  private final SafetyAnswers answers;
  private final PatientNames names;
  private final Bookings bookings;
  private final Days days;
  private final Courses courses;
  private final KnowledgeBase knowledge;
  private final InstantSource clock;
  private final ClinicTime time;

  Boards(
      InfusionRegister register,
      InfusionDesk desk,
      LivePictures pictures,
      MonitoringMode mode,
      CoursePlaces places,
      VerdictWatch verdicts,
      SafetyAnswers answers,
      PatientNames names,
      Bookings bookings,
      Days days,
      Courses courses,
      KnowledgeBase knowledge,
      InstantSource clock,
      ClinicTime time) {
    this.register = register;
    this.desk = desk;
    this.pictures = pictures;
    this.mode = mode;
    this.places = places;
    this.verdicts = verdicts;
    this.answers = answers;
    this.names = names;
    this.bookings = bookings;
    this.days = days;
    this.courses = courses;
    this.knowledge = knowledge;
    this.clock = clock;
    this.time = time;
  }

  Board now() {
    var at = clock.instant();
    var rules = InfusionRules.of(knowledge, time.dayOf(at));
    var open = register.open();
    var counts = places.waiting();
    var waiting = new EnumMap<Kind, List<CoursePlace>>(Kind.class);
    for (var kind : Kind.values()) {
      waiting.put(kind, places.waiting(kind.step, ROWS));
    }
    var changed = verdicts.noLongerHold(onTheWay(waiting));
    var safety = answers.open();
    var patients = patients(open, waiting.values());
    safety.forEach(answer -> patients.add(answer.patient()));
    var named = names.of(patients);
    var chairs = new ArrayList<Chair>();
    for (var row : open) {
      desk.find(row.infusion())
          .ifPresent(infusion -> chairs.add(chair(row, infusion, rules, named, at)));
    }
    chairs.sort(Comparator.comparingInt(Boards::urgency).reversed());
    var groups = new ArrayList<Group>();
    for (var kind : Kind.values()) {
      groups.add(group(kind, waiting.getOrDefault(kind, List.of()), counts, named, changed));
    }
    return new Board(
        at, chairs, coming(at), safety(safety, named), groups, mode == MonitoringMode.ADVISORY);
  }

  private static List<Waiting> safety(
      List<SafetyAnswers.Open> answers, Map<PatientId, Named> named) {
    return answers.stream()
        .map(answer -> {
          var name = Optional.ofNullable(named.get(answer.patient()));
          return new Waiting(
              "/courses/" + answer.course() + "/followup",
              name.map(Named::name).orElse("name unknown"),
              name.map(Named::born),
              answer.since(),
              "",
              "");
        })
        .toList();
  }

  /// Planned from now to the end of tomorrow, and not opened yet.
  private List<Coming> coming(Instant at) {
    var from = time.dayOf(at).atStartOfDay(time.zone()).toInstant();
    var to = time.dayOf(at).plusDays(2).atStartOfDay(time.zone()).toInstant();
    var planned = bookings.between(from, to);
    var named = names.of(planned.stream().map(Booking::patient).toList());
    var coming = new ArrayList<Coming>();
    for (var booking : planned) {
      courses
          .find(booking.course())
          .filter(course -> course.planning().nextInfusionNumber() <= booking.infusion().number())
          .flatMap(course -> days.of(course, booking.infusion().number()))
          .ifPresent(day -> coming.add(coming(booking, day, named)));
    }
    return coming;
  }

  private static Coming coming(Booking booking, Days.Day day, Map<PatientId, Named> named) {
    var name = Optional.ofNullable(named.get(booking.patient()));
    return new Coming(
        "/courses/" + booking.course() + "/series/" + booking.infusion().number(),
        name.map(Named::name).orElse("name unknown"),
        name.map(Named::born),
        booking.infusion().number(),
        booking.infusion().from(),
        booking.infusion().chair(),
        day.words(),
        day.open() == 0 && day.notSo().isEmpty());
  }

  /// What somebody can wait for, and who does it.
  private enum Kind {
    REFERRAL(Step.REFERRAL, "To refer", "front desk, nurse, physician"),
    SCREENING(Step.SCREENING, "To screen", "nurse, physician"),
    CONSENT(Step.CONSENT, "To consent", "nurse, physician"),
    PLAN(Step.PLAN, "To plan", "physician"),
    APPROVAL(Step.APPROVAL, "To approve", "physician"),
    PREPARE(Step.INFUSION, "To prepare", "nurse"),
    FOLLOW_UP(Step.FOLLOW_UP, "Follow-up due", "nurse, physician"),
    DECISION(Step.DECISION, "To decide", "physician");

    private final Step step;
    private final String title;
    private final String who;

    Kind(Step step, String title, String who) {
      this.step = step;
      this.title = title;
      this.who = who;
    }
  }

  private static Set<PatientId> patients(
      List<InfusionRow> open, Collection<List<CoursePlace>> waiting) {
    var patients = new HashSet<PatientId>();
    open.forEach(row -> patients.add(row.patient()));
    waiting.forEach(rows -> rows.forEach(place -> patients.add(place.patient())));
    return patients;
  }

  private Group group(
      Kind kind,
      List<CoursePlace> rows,
      Map<Step, Long> counts,
      Map<PatientId, Named> named,
      Map<CourseId, String> changed) {
    return new Group(
        kind.title,
        kind.who,
        counts.getOrDefault(kind.step, 0L),
        rows.stream().map(place -> waiting(place, named, changed)).toList());
  }

  /// Those who were found eligible and have no infusion yet: a verdict that no longer holds stops
  /// them.
  private static List<CoursePlace> onTheWay(Map<Kind, List<CoursePlace>> waiting) {
    return waiting.entrySet().stream()
        .filter(kind -> ON_THE_WAY.contains(kind.getKey().step))
        .flatMap(kind -> kind.getValue().stream())
        .toList();
  }

  private Waiting waiting(
      CoursePlace place, Map<PatientId, Named> named, Map<CourseId, String> changed) {
    var name = Optional.ofNullable(named.get(place.patient()));
    var path =
        "/courses/"
            + place.course()
            + "/"
            + (place.step() == Step.INFUSION ? Step.APPROVAL.page() : place.step().page());
    var note =
        switch (place.step()) {
          case SCREENING -> place.standing();
          case INFUSION ->
              place
                  .approvedUntil()
                  .map(until -> "approved until " + time.dateTime(until))
                  .orElse("");
          case REFERRAL, CONSENT, PLAN, APPROVAL, RECOVERY, FOLLOW_UP, DECISION -> "";
        };
    return new Waiting(
        path,
        name.map(Named::name).orElse("name unknown"),
        name.map(Named::born),
        place.since(),
        note,
        changed.getOrDefault(place.course(), ""));
  }

  private Chair chair(
      InfusionRow row,
      Infusion infusion,
      InfusionRules rules,
      Map<PatientId, Named> named,
      Instant at) {
    var name = Optional.ofNullable(named.get(row.patient()));
    var alerts = pictures.assessed(infusion, at).map(one -> one.alerts()).orElse(List.of());
    var due = rules.schedule().due(infusion, at);
    var stands = Stands.of(infusion);
    return new Chair(
        "/infusions/" + row.infusion() + stands.page(),
        name.map(Named::name).orElse("name unknown"),
        name.map(Named::born),
        row.number(),
        stands.kind(),
        stands.words(),
        elapsed(stands.since(), at),
        given(infusion, at),
        alerts.stream().findFirst(),
        alerts.size(),
        due.map(one -> words(one, at)).orElse(""),
        due.filter(DueObservation::overdue).isPresent());
  }

  /// What goes on in a chair.
  private record Stands(String kind, String words, Instant since, String page) {
    static Stands of(Infusion infusion) {
      return switch (infusion) {
        case Infusion.Preparing(var log) ->
            new Stands("preparing", "In preparation", log.opened().at(), "/prepare");
        case Infusion.Abandoned(_, var since) ->
            new Stands("abandoned", "Given up", since, "/prepare");
        case Infusion.Infusing(var log, var rate, _) ->
            new Stands(
                "infusing",
                "Infusing at " + Figures.of(rate),
                log.started().map(started -> started.at()).orElse(log.opened().at()),
                "/live");
        case Infusion.Held(_, _, var since) -> new Stands("held", "On hold", since, "/live");
        case Infusion.Unconfirmed(_, var since) ->
            new Stands("unconfirmed", "Pump unknown: confirm its state", since, "/live");
        case Infusion.Recovering(_, var since) ->
            new Stands("recovering", "Recovering", since, "/recovery");
        case Infusion.Discharged(_, var since) ->
            new Stands("discharged", "Gone home", since, "/recovery");
      };
    }
  }

  private static String given(Infusion infusion, Instant at) {
    if (infusion.log().started().isEmpty()) {
      return "";
    }
    return Figures.of(infusion.log().deliveredAt(at).dose())
        + " of "
        + Figures.of(infusion.log().order().dose());
  }

  private String words(DueObservation due, Instant at) {
    return due.overdue()
        ? "Observations overdue since " + time.timeOrDateTime(due.dueAt(), at)
        : "Next observations at " + time.timeOrDateTime(due.dueAt(), at);
  }

  /// `35 min`, `3 h 5 min`, `2 d`.
  static String elapsed(Instant since, Instant at) {
    var passed = Duration.between(since, at);
    if (passed.isNegative()) {
      return Figures.withUnit("0", "min");
    }
    if (passed.toDays() > 0) {
      return Figures.withUnit(Figures.count(passed.toDays()), "d");
    }
    var minutes = Figures.withUnit(Figures.count(passed.toMinutesPart()), "min");
    return passed.toHours() == 0
        ? minutes
        : Figures.withUnit(Figures.count(passed.toHours()), "h") + " " + minutes;
  }

  /// Unknown pump first, then by the priority of the worst alert, then overdue observations.
  private static int urgency(Chair chair) {
    int alert = chair.worst().map(Alert::priority).map(Boards::weight).orElse(0);
    return (chair.state().equals("unconfirmed") ? 100 : 0) + alert + (chair.overdue() ? 5 : 0);
  }

  private static int weight(Priority priority) {
    return switch (priority) {
      case LOW -> 10;
      case MEDIUM -> 20;
      case HIGH -> 30;
    };
  }
}

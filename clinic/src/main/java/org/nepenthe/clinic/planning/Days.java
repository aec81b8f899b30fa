package org.nepenthe.clinic.planning;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nepenthe.care.planning.DosePlan;
import org.nepenthe.care.planning.protocol.PlanningKnowledge;
import org.nepenthe.care.planning.protocol.Protocol;
import org.nepenthe.care.planning.series.Booking;
import org.nepenthe.care.planning.series.Capacity;
import org.nepenthe.care.planning.series.Conflict;
import org.nepenthe.care.planning.series.Conflicts;
import org.nepenthe.care.planning.series.DayConfirmed;
import org.nepenthe.care.planning.series.DayItem;
import org.nepenthe.care.planning.series.FreePlaces;
import org.nepenthe.care.planning.series.PlannedInfusion;
import org.nepenthe.care.planning.series.SeriesState;
import org.nepenthe.care.screening.EffectiveEligibility;
import org.nepenthe.care.screening.ScreeningState;
import org.nepenthe.clinic.course.Course;
import org.nepenthe.clinic.course.Courses;
import org.nepenthe.clinic.platform.display.ClinicTime;
import org.nepenthe.knowledge.KnowledgeBase;
import org.springframework.stereotype.Component;

/// The days of a course and what is confirmed for each, as pages show them.
@Component
public class Days {
  private static final Duration A_DAY_AROUND = Duration.ofDays(1);

  private final Courses courses;
  private final Bookings bookings;
  private final PlanKnows knows;
  private final KnowledgeBase knowledge;
  private final ClinicTime time;

  Days(
      Courses courses,
      Bookings bookings,
      PlanKnows knows,
      KnowledgeBase knowledge,
      ClinicTime time) {
    this.courses = courses;
    this.bookings = bookings;
    this.knows = knows;
    this.knowledge = knowledge;
    this.time = time;
  }

  /// One item before the day, with its newest answer.
  public record Asked(DayItem item, Optional<DayConfirmed> answer) {}

  /// One day of a course.
  public record Day(PlannedInfusion infusion, List<Asked> asked, List<Conflict> conflicts) {
    public Day {
      asked = List.copyOf(asked);
      conflicts = List.copyOf(conflicts);
    }

    /// How many items nobody has asked about.
    public long open() {
      return asked.stream().filter(each -> each.answer().isEmpty()).count();
    }

    /// What is not as it has to be.
    public List<Asked> notSo() {
      return asked.stream()
          .filter(each -> each.answer().filter(answer -> !answer.so()).isPresent())
          .toList();
    }

    /// `2 of 5 not asked yet`, `driver: not so`, `all confirmed`.
    public String words() {
      if (!notSo().isEmpty()) {
        return "not as it has to be: "
            + String.join(", ", notSo().stream().map(each -> each.item().key()).toList());
      }
      return open() == 0 ? "all confirmed" : open() + " of " + asked.size() + " not asked yet";
    }
  }

  /// Every day of a course with what stands against it.
  public List<Day> of(Course course) {
    var state = SeriesState.of(course.events());
    var conflicts = conflicts(course, state.infusions());
    return state.infusions().stream()
        .map(infusion ->
            new Day(
                infusion,
                asked(state, infusion.number()),
                conflicts.stream()
                    .filter(conflict -> conflict.number() == infusion.number())
                    .toList()))
        .toList();
  }

  /// The day of one infusion of a course, if one was planned.
  public Optional<Day> of(Course course, int number) {
    return of(course).stream().filter(day -> day.infusion().number() == number).findFirst();
  }

  private List<Asked> asked(SeriesState state, int number) {
    return DayItem.all(knowledge, today()).stream()
        .map(item -> new Asked(item, state.answer(number, item)))
        .toList();
  }

  /// What stands against the days of a course as they are or would be.
  public List<Conflict> conflicts(Course course, List<PlannedInfusion> infusions) {
    var plan = course.planning().current().or(() -> newestEarlier(course)).map(Days::proposed);
    var protocol =
        plan.flatMap(each -> Protocol.find(knowledge, each.order().protocolId(), today()));
    var now = courses.now();
    int given = course.planning().infusions().size();
    var ahead = infusions.stream().filter(each -> each.number() > given).toList();
    return Conflicts.of(
        new Conflicts.Facts(
            course.patient(),
            ahead,
            others(course, ahead),
            capacity(),
            protocol,
            plan.map(each -> each.order().dose()),
            knows.facts(course, Optional.empty(), now).earlier(),
            oneInfusionOnly(course),
            now),
        new PlanningKnowledge(knowledge, today()));
  }

  /// The bookings of others that have the chair of one of these infusions at its time.
  List<Booking> taking(Course course, List<PlannedInfusion> infusions) {
    return others(course, infusions).stream()
        .filter(other ->
            infusions.stream()
                .anyMatch(infusion ->
                    infusion.chair().equals(other.infusion().chair())
                        && infusion.overlaps(other.infusion())))
        .toList();
  }

  /// Where a block of infusions would find a chair on its days.
  List<FreePlaces.Place> places(Course course, List<PlannedInfusion> block) {
    return new FreePlaces(course.patient(), others(course, block), capacity(), time.zone())
        .of(block);
  }

  private static Optional<DosePlan> newestEarlier(Course course) {
    var earlier = course.planning().earlier();
    return earlier.isEmpty() ? Optional.empty() : Optional.of(earlier.getLast());
  }

  private static DosePlan.Proposed proposed(DosePlan plan) {
    return switch (plan) {
      case DosePlan.Proposed proposed -> proposed;
      case DosePlan.Approved approved -> approved.proposed();
      case DosePlan.Superseded superseded -> superseded.proposed();
    };
  }

  private static boolean oneInfusionOnly(Course course) {
    return ScreeningState.of(course.events())
        .effective()
        .map(EffectiveEligibility::noSerialInfusions)
        .orElse(false);
  }

  private List<Booking> others(Course course, List<PlannedInfusion> infusions) {
    var others = new ArrayList<Booking>();
    if (!infusions.isEmpty()) {
      var first = infusions.stream().map(PlannedInfusion::from).min(Instant::compareTo);
      var last = infusions.stream().map(PlannedInfusion::until).max(Instant::compareTo);
      bookings
          .between(first.orElseThrow().minus(A_DAY_AROUND), last.orElseThrow().plus(A_DAY_AROUND))
          .stream()
          .filter(booking -> !booking.course().equals(course.id()))
          .forEach(others::add);
    }
    return others;
  }

  Capacity capacity() {
    return Capacity.of(knowledge, today());
  }

  private java.time.LocalDate today() {
    return time.dayOf(courses.now());
  }
}

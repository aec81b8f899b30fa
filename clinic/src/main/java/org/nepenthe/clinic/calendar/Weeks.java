package org.nepenthe.clinic.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.nepenthe.care.decision.PatientId;
import org.nepenthe.care.planning.protocol.PlanningKnowledge;
import org.nepenthe.care.planning.series.Booking;
import org.nepenthe.care.planning.series.Capacity;
import org.nepenthe.care.planning.series.Conflict;
import org.nepenthe.care.planning.series.Conflicts;
import org.nepenthe.clinic.patient.PatientNames;
import org.nepenthe.clinic.patient.PatientNames.Named;
import org.nepenthe.clinic.planning.Bookings;
import org.nepenthe.clinic.platform.display.ClinicTime;
import org.nepenthe.knowledge.KnowledgeBase;
import org.springframework.stereotype.Component;

/// Draws up a week from everything that is booked in it.
@Component
class Weeks {
  private static final int DAYS = 7;

  private final Bookings bookings;
  private final PatientNames names;
  private final KnowledgeBase knowledge;
  private final InstantSource clock;
  private final ClinicTime time;

  Weeks(
      Bookings bookings,
      PatientNames names,
      KnowledgeBase knowledge,
      InstantSource clock,
      ClinicTime time) {
    this.bookings = bookings;
    this.names = names;
    this.knowledge = knowledge;
    this.clock = clock;
    this.time = time;
  }

  /// @param weeks after the present one; negative for those before
  Week of(int weeks) {
    var now = clock.instant();
    var today = time.dayOf(now);
    var monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).plusWeeks(weeks);
    var days = IntStream.range(0, DAYS).mapToObj(monday::plusDays).toList();
    var booked = bookings.between(start(monday), start(monday.plusDays(DAYS)));
    var named = names.of(booked.stream().map(Booking::patient).toList());
    var capacity = Capacity.of(knowledge, today);
    var problems = new ArrayList<Week.Problem>();
    for (var booking : booked) {
      for (var conflict : conflicts(booking, booked, capacity, today)) {
        problems.add(
            new Week.Problem(
                name(booking, named),
                booking.infusion().number(),
                booking.infusion().from(),
                conflict.words(),
                conflict.rule()));
      }
    }
    return new Week(
        weeks, days, rows(days, booked, named, capacity, today), problems, staffing(capacity));
  }

  private List<Week.Row> rows(
      List<LocalDate> days,
      List<Booking> booked,
      Map<PatientId, Named> named,
      Capacity capacity,
      LocalDate today) {
    return chairs(booked, capacity).stream()
        .map(chair ->
            new Week.Row(
                chair.name(),
                chair.room(),
                days.stream()
                    .map(day ->
                        booked.stream()
                            .filter(booking ->
                                booking.infusion().chair().equals(chair.name())
                                    && time.dayOf(booking.infusion().from()).equals(day))
                            .map(booking -> slot(booking, booked, named, capacity, today))
                            .toList())
                    .toList()))
        .toList();
  }

  /// Those of the site, and those that are booked though the site no longer has them.
  private static List<Capacity.Chair> chairs(List<Booking> booked, Capacity capacity) {
    var chairs = new ArrayList<>(capacity.chairs());
    for (var booking : booked) {
      var name = booking.infusion().chair();
      if (chairs.stream().noneMatch(chair -> chair.name().equals(name))) {
        chairs.add(new Capacity.Chair(name, "not one of the site's chairs"));
      }
    }
    return chairs;
  }

  private Week.Slot slot(
      Booking booking,
      List<Booking> booked,
      Map<PatientId, Named> named,
      Capacity capacity,
      LocalDate today) {
    var infusion = booking.infusion();
    return new Week.Slot(
        "/courses/" + booking.course() + "/series/" + infusion.number(),
        name(booking, named),
        Optional.ofNullable(named.get(booking.patient())).map(Named::born),
        infusion.number(),
        infusion.phase().words(),
        infusion.from(),
        infusion.until(),
        !conflicts(booking, booked, capacity, today).isEmpty());
  }

  /// What one booking has against it beside the others of the week.
  private List<Conflict> conflicts(
      Booking booking, List<Booking> booked, Capacity capacity, LocalDate today) {
    return Conflicts.of(
        new Conflicts.Facts(
            booking.patient(),
            List.of(booking.infusion()),
            booked.stream().filter(other -> !other.equals(booking)).toList(),
            capacity,
            Optional.empty(),
            Optional.empty(),
            List.of(),
            false,
            booking.infusion().from()),
        new PlanningKnowledge(knowledge, today));
  }

  private static String name(Booking booking, Map<PatientId, Named> named) {
    return Optional.ofNullable(named.get(booking.patient()))
        .map(Named::name)
        .orElse("name unknown");
  }

  private static String staffing(Capacity capacity) {
    return capacity
        .mostAtOnce()
        .map(most -> "At most " + most + " patients at once with the staff on duty.")
        .orElse(capacity.says());
  }

  private Instant start(LocalDate day) {
    return day.atStartOfDay(time.zone()).toInstant();
  }
}

package org.nepenthe.clinic.planning;

import java.util.List;
import java.util.UUID;
import org.nepenthe.care.planning.series.Booking;
import org.nepenthe.care.planning.series.Conflict;
import org.nepenthe.care.planning.series.FreePlaces.Place;
import org.nepenthe.care.planning.series.PlannedInfusion;
import org.nepenthe.care.planning.series.SeriesPlanned;
import org.nepenthe.clinic.course.Course;
import org.nepenthe.clinic.course.Courses;
import org.nepenthe.clinic.record.CommandKey;
import org.nepenthe.clinic.record.EventRecord;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Lays out days, one person at a time. Two who want one chair in the same second queue here, so
/// that the second sees what the first has booked: without it both would be told that it was free.
@Service
class SeriesDesk {
  private static final String ALL_CHAIRS = "the chairs of the clinic";

  private final JdbcClient jdbc;
  private final Courses courses;
  private final EventRecord record;
  private final Days days;

  SeriesDesk(JdbcClient jdbc, Courses courses, EventRecord record, Days days) {
    this.jdbc = jdbc;
    this.courses = courses;
    this.record = record;
    this.days = days;
  }

  /// What became of a wish for days.
  sealed interface Laid {
    record Stored() implements Laid {}

    /// Nothing is stored.
    ///
    /// @param against everything that stands against the days
    /// @param taken the bookings that have a wanted chair
    /// @param places where the new days would find one
    record Refused(List<Conflict> against, List<Booking> taken, List<Place> places)
        implements Laid {
      public Refused {
        against = List.copyOf(against);
        taken = List.copyOf(taken);
        places = List.copyOf(places);
      }
    }
  }

  /// Stores the days, or says what stands against them.
  ///
  /// @param all the days of the course as they are to be
  /// @param block those of them that are new
  /// @throws org.nepenthe.clinic.platform.web.ChangedMeanwhile if somebody else changed the course
  @Transactional
  public Laid lay(
      Course course, UUID key, long seen, List<PlannedInfusion> all, List<PlannedInfusion> block) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
        .param(ALL_CHAIRS)
        .query((_, _) -> 0)
        .single();
    if (record.versionAfter(new CommandKey(key.toString())).isPresent()) {
      return new Laid.Stored();
    }
    var against = days.conflicts(course, all);
    if (against.stream().anyMatch(Conflict::blocks)) {
      return new Laid.Refused(against, days.taking(course, block), days.places(course, block));
    }
    courses.append(course, key, seen, new SeriesPlanned(all, courses.actor()));
    return new Laid.Stored();
  }
}

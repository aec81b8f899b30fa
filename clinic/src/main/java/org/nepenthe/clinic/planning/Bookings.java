package org.nepenthe.clinic.planning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.nepenthe.care.decision.CourseId;
import org.nepenthe.care.decision.PatientId;
import org.nepenthe.care.planning.series.Booking;
import org.nepenthe.care.planning.series.DayCalledOff;
import org.nepenthe.care.planning.series.Phase;
import org.nepenthe.care.planning.series.PlannedInfusion;
import org.nepenthe.care.planning.series.SeriesPlanned;
import org.nepenthe.clinic.record.Projection;
import org.nepenthe.clinic.record.RecordedEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// Which chair is taken when, over all courses: derived from their streams.
@Service
public class Bookings implements Projection {
  private final JdbcClient jdbc;

  Bookings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Those that need their chair at some moment of a stretch, the earliest first.
  public List<Booking> between(Instant from, Instant to) {
    return jdbc.sql(
            """
            select * from planned_infusion
            where starts_at < ? and starts_at + make_interval(mins => minutes) > ?
            order by starts_at, chair, course_id, number
            """)
        .param(to.atOffset(ZoneOffset.UTC))
        .param(from.atOffset(ZoneOffset.UTC))
        .query(Bookings::booking)
        .list();
  }

  @Override
  public void apply(RecordedEvent recorded) {
    switch (recorded.event()) {
      case SeriesPlanned(var infusions, _) -> {
        forget(recorded);
        infusions.forEach(infusion -> insert(recorded, infusion));
      }
      case DayCalledOff(var number, _, _) ->
          jdbc.sql("delete from planned_infusion where course_id = ? and number = ?")
              .param(UUID.fromString(recorded.stream().id()))
              .param(number)
              .update();
      default -> {}
    }
  }

  @Override
  public void clear() {
    jdbc.sql("delete from planned_infusion").update();
  }

  private void forget(RecordedEvent recorded) {
    jdbc.sql("delete from planned_infusion where course_id = ?")
        .param(UUID.fromString(recorded.stream().id()))
        .update();
  }

  private void insert(RecordedEvent recorded, PlannedInfusion infusion) {
    jdbc.sql(
            """
            insert into planned_infusion
              (course_id, patient_id, number, phase, starts_at, minutes, chair)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .param(UUID.fromString(recorded.stream().id()))
        .param(recorded.patient().value())
        .param(infusion.number())
        .param(infusion.phase().name())
        .param(infusion.from().atOffset(ZoneOffset.UTC))
        .param(infusion.minutes())
        .param(infusion.chair())
        .update();
  }

  private static Booking booking(ResultSet row, int line) throws SQLException {
    return new Booking(
        new CourseId(row.getObject("course_id", UUID.class)),
        new PatientId(row.getObject("patient_id", UUID.class)),
        new PlannedInfusion(
            row.getInt("number"),
            Phase.valueOf(row.getString("phase")),
            row.getObject("starts_at", OffsetDateTime.class).toInstant(),
            row.getInt("minutes"),
            row.getString("chair")));
  }
}

package org.nepenthe.clinic.infusion;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nepenthe.care.decision.CourseId;
import org.nepenthe.care.decision.InfusionId;
import org.nepenthe.care.decision.PatientId;
import org.nepenthe.care.infusion.InfusionEvent;
import org.nepenthe.care.infusion.InfusionEvent.InfusionOpened;
import org.nepenthe.care.infusion.InfusionEvent.InfusionStarted;
import org.nepenthe.care.infusion.InfusionEvent.InfusionStopped;
import org.nepenthe.care.infusion.InfusionEvent.PatientDischarged;
import org.nepenthe.care.infusion.InfusionEvent.PreparationAbandoned;
import org.nepenthe.clinic.record.Projection;
import org.nepenthe.clinic.record.RecordedEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// Which infusions there are: a list derived from their streams. The state of each stands in its
/// stream alone.
@Service
public class InfusionRegister implements Projection {
  private static final String COLUMNS =
      "select infusion_id, patient_id, course_id, number, opened_at, started_at, stopped_at,"
          + " closed_at from infusion_projection ";

  private final JdbcClient jdbc;

  InfusionRegister(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Those being prepared, given or recovered from, the oldest first.
  public List<InfusionRow> open() {
    return jdbc.sql(COLUMNS + "where closed_at is null order by opened_at, infusion_id")
        .query(InfusionRegister::row)
        .list();
  }

  /// Those of a course, the oldest first.
  public List<InfusionRow> of(CourseId course) {
    return jdbc.sql(COLUMNS + "where course_id = ? order by opened_at, infusion_id")
        .param(course.value())
        .query(InfusionRegister::row)
        .list();
  }

  @Override
  public void apply(RecordedEvent recorded) {
    if (!(recorded.event() instanceof InfusionEvent event)) {
      return;
    }
    switch (event) {
      case InfusionOpened opened -> insert(opened);
      case InfusionStarted started -> mark(recorded, "started_at", started.at());
      case InfusionStopped stopped -> mark(recorded, "stopped_at", stopped.at());
      case PatientDischarged discharged -> mark(recorded, "closed_at", discharged.at());
      case PreparationAbandoned abandoned -> mark(recorded, "closed_at", abandoned.at());
      case InfusionEvent _ -> {}
    }
  }

  @Override
  public void clear() {
    jdbc.sql("delete from infusion_projection").update();
  }

  private void insert(InfusionOpened opened) {
    jdbc.sql(
            """
            insert into infusion_projection
              (infusion_id, patient_id, course_id, number, opened_at) values (?, ?, ?, ?, ?)
            """)
        .param(opened.infusion().value())
        .param(opened.patient().value())
        .param(opened.course().value())
        .param(opened.plan().proposed().infusionNumber())
        .param(opened.at().atOffset(ZoneOffset.UTC))
        .update();
  }

  private void mark(RecordedEvent recorded, String column, Instant at) {
    jdbc.sql("update infusion_projection set " + column + " = ? where infusion_id = ?")
        .param(at.atOffset(ZoneOffset.UTC))
        .param(UUID.fromString(recorded.stream().id()))
        .update();
  }

  private static InfusionRow row(ResultSet row, int number) throws SQLException {
    return new InfusionRow(
        new InfusionId(row.getObject("infusion_id", UUID.class)),
        new PatientId(row.getObject("patient_id", UUID.class)),
        new CourseId(row.getObject("course_id", UUID.class)),
        row.getInt("number"),
        row.getObject("opened_at", OffsetDateTime.class).toInstant(),
        instant(row, "started_at"),
        instant(row, "stopped_at"),
        instant(row, "closed_at"));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}

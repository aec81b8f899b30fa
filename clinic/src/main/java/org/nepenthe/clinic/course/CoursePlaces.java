package org.nepenthe.clinic.course;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nepenthe.care.decision.CourseId;
import org.nepenthe.care.decision.InfusionId;
import org.nepenthe.care.decision.PatientId;
import org.nepenthe.clinic.record.EventJson;
import org.nepenthe.clinic.record.Projection;
import org.nepenthe.clinic.record.RecordedEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/// Where every course stands, without reading a stream: what a board of a thousand patients needs.
@Service
public class CoursePlaces implements Projection {
  /// Whoever sits in a chair no longer waits for one, and a decided course waits for nothing.
  private static final String WAITS =
      "not (step = 'DECISION' and decided) and (step <> 'INFUSION' or plan_open)";

  private static final JsonMapper MAPPER = EventJson.mapper();

  private final JdbcClient jdbc;

  CoursePlaces(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The courses that wait at a step, the longest first.
  public List<CoursePlace> waiting(Step step, int limit) {
    return jdbc.sql(
            "select * from course_projection where step = ? and "
                + WAITS
                + " order by since, course_id limit ?")
        .param(step.name())
        .param(limit)
        .query((row, _) -> place(row(row)))
        .list();
  }

  /// How many courses wait at each step.
  public Map<Step, Long> waiting() {
    var counts = new EnumMap<Step, Long>(Step.class);
    jdbc.sql("select step, count(*) as n from course_projection where " + WAITS + " group by step")
        .query(row -> {
          counts.put(Step.valueOf(row.getString("step")), row.getLong("n"));
        });
    return counts;
  }

  public Optional<CoursePlace> find(CourseId course) {
    return row(course.value()).map(CoursePlaces::place);
  }

  /// The patient's courses, the newest first.
  public List<CoursePlace> of(PatientId patient) {
    return jdbc.sql(
            "select * from course_projection where patient_id = ? order by opened_at desc,"
                + " course_id")
        .param(patient.value())
        .query((row, _) -> place(row(row)))
        .list();
  }

  @Override
  public void apply(RecordedEvent event) {
    switch (event.stream().kind()) {
      case "course" -> {
        var id = UUID.fromString(event.stream().id());
        var row =
            row(id)
                .orElseGet(() -> CourseRow.opened(id, event.patient().value(), event.happenedAt()));
        write(row.after(event.event(), event.happenedAt()));
      }
      case "infusion" ->
          jdbc.sql("select * from course_projection where infusion_id = ?")
              .param(UUID.fromString(event.stream().id()))
              .query((row, _) -> row(row))
              .optional()
              .ifPresent(row -> write(row.afterInfusion(event.event(), event.happenedAt())));
      default -> {}
    }
  }

  @Override
  public void clear() {
    jdbc.sql("delete from course_projection").update();
  }

  private Optional<CourseRow> row(UUID course) {
    return jdbc.sql("select * from course_projection where course_id = ?")
        .param(course)
        .query((row, _) -> row(row))
        .optional();
  }

  private void write(CourseRow row) {
    jdbc.sql(
            """
            insert into course_projection (course_id, patient_id, opened_at, referred, screening,
              consented, plan_open, approved, approved_until, carried_out, infusion_id, infusion,
              scored, decided, decision, step, since)
            values (:course, :patient, :opened, :referred, :screening, :consented, :planOpen,
              :approved, :until, :carriedOut, :infusionId, :infusion, :scored, :decided,
              :decision, :step, :since)
            on conflict (course_id) do update set referred = excluded.referred,
              screening = excluded.screening, consented = excluded.consented,
              plan_open = excluded.plan_open, approved = excluded.approved,
              approved_until = excluded.approved_until, carried_out = excluded.carried_out,
              infusion_id = excluded.infusion_id, infusion = excluded.infusion,
              scored = excluded.scored, decided = excluded.decided,
              decision = excluded.decision, step = excluded.step, since = excluded.since
            """)
        .param("course", row.course())
        .param("patient", row.patient())
        .param("opened", utc(row.openedAt()))
        .param("referred", row.before().referred())
        .param("screening", MAPPER.writeValueAsString(row.before().standing()))
        .param("consented", row.before().consented())
        .param("planOpen", row.planned().open())
        .param("approved", row.planned().approved())
        .param(
            "until",
            row.planned().until().map(CoursePlaces::utc).orElse(null),
            Types.TIMESTAMP_WITH_TIMEZONE)
        .param("carriedOut", row.planned().carriedOut())
        .param("infusionId", row.treated().infusion().orElse(null), Types.OTHER)
        .param("infusion", row.treated().given().name())
        .param("scored", row.treated().scored())
        .param("decided", row.treated().decided())
        .param("decision", row.treated().decision())
        .param("step", row.step().name())
        .param("since", utc(row.since()))
        .update();
  }

  private static CourseRow row(ResultSet row) throws SQLException {
    return new CourseRow(
        row.getObject("course_id", UUID.class),
        row.getObject("patient_id", UUID.class),
        instant(row.getObject("opened_at", OffsetDateTime.class)).orElseThrow(),
        new CourseRow.Before(
            row.getBoolean("referred"),
            MAPPER.readValue(row.getString("screening"), Standing.class),
            row.getBoolean("consented")),
        new CourseRow.Planned(
            row.getBoolean("plan_open"),
            row.getBoolean("approved"),
            instant(row.getObject("approved_until", OffsetDateTime.class)),
            row.getBoolean("carried_out")),
        new CourseRow.Treated(
            Optional.ofNullable(row.getObject("infusion_id", UUID.class)),
            CourseRow.Given.valueOf(row.getString("infusion")),
            row.getBoolean("scored"),
            row.getBoolean("decided"),
            row.getString("decision")),
        instant(row.getObject("since", OffsetDateTime.class)).orElseThrow());
  }

  private static CoursePlace place(CourseRow row) {
    return new CoursePlace(
        new CourseId(row.course()),
        new PatientId(row.patient()),
        row.step(),
        row.since(),
        row.before().standing().words(),
        row.planned().until(),
        row.treated().infusion().map(InfusionId::new),
        row.treated().decided(),
        row.treated().decision());
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  private static Optional<Instant> instant(@Nullable OffsetDateTime at) {
    return Optional.ofNullable(at).map(OffsetDateTime::toInstant);
  }
}

package org.nepenthe.clinic.followup;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.nepenthe.care.decision.CourseId;
import org.nepenthe.care.decision.PatientId;
import org.nepenthe.care.followup.SafetyAnswerGiven;
import org.nepenthe.care.followup.SafetyAnswerSettled;
import org.nepenthe.clinic.record.Projection;
import org.nepenthe.clinic.record.RecordedEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// The answers of all patients that nobody passes over and that nobody has settled yet.
@Service
public class SafetyAnswers implements Projection {
  private final JdbcClient jdbc;

  SafetyAnswers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// One that is open.
  public record Open(CourseId course, PatientId patient, String asks, Instant since) {}

  /// The longest open first.
  public List<Open> open() {
    return jdbc.sql("select * from safety_answer order by since, course_id, entry")
        .query((row, _) ->
            new Open(
                new CourseId(row.getObject("course_id", UUID.class)),
                new PatientId(row.getObject("patient_id", UUID.class)),
                row.getString("asks"),
                row.getObject("since", OffsetDateTime.class).toInstant()))
        .list();
  }

  @Override
  public void apply(RecordedEvent recorded) {
    switch (recorded.event()) {
      case SafetyAnswerGiven given ->
          jdbc.sql("insert into safety_answer values (?, ?, ?, ?, ?)")
              .param(UUID.fromString(recorded.stream().id()))
              .param(recorded.version())
              .param(recorded.patient().value())
              .param(given.asks())
              .param(given.at().atOffset(ZoneOffset.UTC))
              .update();
      case SafetyAnswerSettled settled ->
          jdbc.sql("delete from safety_answer where course_id = ? and entry = ?")
              .param(UUID.fromString(recorded.stream().id()))
              .param(settled.entry())
              .update();
      default -> {}
    }
  }

  @Override
  public void clear() {
    jdbc.sql("delete from safety_answer").update();
  }
}

package org.nepenthe.clinic.overriding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.nepenthe.care.decision.PatientId;

/// One warning that somebody went past.
///
/// @param place the page of the course or the infusion it belongs to
/// @param said what the warning said
/// @param reason the coded reason in words
/// @param words the person's own; empty where none were asked for then
/// @param second who signed as second clinician; empty where nobody had to or has yet
/// @param took from when the signed form first showed the warning; empty where that was not kept
public record Overridden(
    Kind kind,
    String rule,
    PatientId patient,
    String place,
    Instant at,
    String said,
    String reason,
    String words,
    String by,
    String role,
    Optional<Second> second,
    Optional<Duration> took) {
  static final String COLUMNS =
      """
      select w.*, extract(epoch from w.overridden_at - s.shown_at) as seconds
      from override_warning w left join warning_shown s
        on s.form_key = w.command_key and s.kind = w.kind and s.rule = w.rule
      """;

  /// A second clinician's signature.
  public record Second(String name, Instant at) {}

  static Overridden from(ResultSet row, int number) throws SQLException {
    var second = row.getString("second_name");
    return new Overridden(
        Kind.valueOf(row.getString("kind")),
        row.getString("rule"),
        new PatientId(row.getObject("patient_id", UUID.class)),
        place(row.getString("stream")),
        instant(row, "overridden_at"),
        row.getString("said"),
        row.getString("reason"),
        row.getString("words"),
        row.getString("by_name"),
        row.getString("by_role"),
        second.isEmpty()
            ? Optional.empty()
            : Optional.of(new Second(second, instant(row, "second_at"))),
        Optional.ofNullable(row.getBigDecimal("seconds"))
            .map(seconds -> Duration.ofMillis(seconds.movePointRight(3).longValue())));
  }

  private static String place(String stream) {
    return "/" + stream.replaceFirst(":", "s/");
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  /// What the warning was about, without what was found.
  public String about() {
    return said.replaceFirst(": .*", "");
  }

  /// The page of the patient that shows it.
  public String path() {
    return "/patients/" + patient + "#overrides";
  }
}

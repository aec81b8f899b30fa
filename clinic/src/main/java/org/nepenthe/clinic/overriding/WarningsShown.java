package org.nepenthe.clinic.overriding;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.UUID;
import org.nepenthe.care.decision.RuleId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// Writes down when a form first showed a warning. Without it, how long anybody looked at a warning
/// could only be guessed; with it, nothing about a patient is written down twice.
@Service
public class WarningsShown {
  private final JdbcClient jdbc;
  private final InstantSource clock;

  WarningsShown(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// Keeps the first moment for each form: one that comes back with a mistake does not begin anew.
  public void shown(UUID form, Kind kind, RuleId rule) {
    jdbc.sql("insert into warning_shown values (?, ?, ?, ?) on conflict do nothing")
        .param(form.toString())
        .param(kind.name())
        .param(rule.value())
        .param(clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }
}

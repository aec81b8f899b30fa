package org.nepenthe.clinic.infusion;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Writes down every few seconds that the clinic runs, so that after a crash it is known since
/// when nobody watched.
@Component
@ConditionalOnWebApplication
class Heartbeat {
  private final JdbcClient jdbc;
  private final InstantSource clock;

  Heartbeat(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Scheduled(fixedRateString = "PT5S")
  void beat() {
    jdbc.sql(
            """
            insert into clinic_heartbeat (only_row, beat_at) values (true, ?)
            on conflict (only_row) do update set beat_at = excluded.beat_at
            """)
        .param(clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  Optional<Instant> last() {
    return jdbc.sql("select beat_at from clinic_heartbeat")
        .query((row, _) -> row.getObject("beat_at", OffsetDateTime.class).toInstant())
        .optional();
  }
}

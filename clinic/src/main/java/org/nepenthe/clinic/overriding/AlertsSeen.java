package org.nepenthe.clinic.overriding;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.nepenthe.care.decision.InfusionId;
import org.nepenthe.care.decision.PatientId;
import org.nepenthe.care.infusion.InfusionEvent;
import org.nepenthe.care.infusion.InfusionEvent.AlertAcknowledged;
import org.nepenthe.care.infusion.InfusionEvent.InfusionHeld;
import org.nepenthe.care.infusion.InfusionEvent.InfusionResumed;
import org.nepenthe.care.infusion.InfusionEvent.InfusionStarted;
import org.nepenthe.care.infusion.InfusionEvent.InfusionStopped;
import org.nepenthe.care.infusion.InfusionEvent.MonitoringInterrupted;
import org.nepenthe.care.infusion.InfusionEvent.PumpConfirmed;
import org.nepenthe.care.infusion.InfusionEvent.PumpEvent;
import org.nepenthe.care.infusion.InfusionEvent.RateChanged;
import org.nepenthe.care.infusion.pump.PumpState;
import org.nepenthe.clinic.record.Projection;
import org.nepenthe.clinic.record.RecordedEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// The alerts that somebody acknowledged, each with what was recorded at the pump next: derived
/// from the streams of the infusions. What an alert advised stands in the knowledge, not here.
@Service
public class AlertsSeen implements Projection {
  /// The rule, the moment it arose and its priority, as an alert's name has them.
  private static final Pattern NAME = Pattern.compile("([^@]+)@([^/]+)/.*");

  private final JdbcClient jdbc;

  AlertsSeen(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// What was recorded at the pump after an alert.
  public enum Deed {
    HELD("held"),
    STOPPED("stopped"),
    LOWERED("rate lowered"),
    RAISED("rate raised"),
    RESUMED("resumed"),
    INTERRUPTED("the system was down");

    private final String words;

    Deed(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }

    /// Whether it ends the flow of the drug, as advice to hold or stop asks.
    public boolean endsTheFlow() {
      return this == HELD || this == STOPPED;
    }
  }

  /// One acknowledged alert while the pump ran.
  ///
  /// @param next what was recorded at the pump next; empty where nothing was yet
  public record Seen(
      String rule,
      PatientId patient,
      InfusionId infusion,
      Instant since,
      Instant at,
      String by,
      Optional<Next> next) {}

  /// What was recorded next, and when it happened.
  public record Next(Deed deed, Instant at) {}

  /// Those of some rules acknowledged since a moment while the pump ran, the newest first.
  public List<Seen> of(List<String> rules, Instant from) {
    if (rules.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(
            """
            select * from override_alert where pump_ran and rule in (:rules) and seen_at >= :from
            order by seen_at desc, stream, alert
            """)
        .param("rules", rules)
        .param("from", from.atOffset(ZoneOffset.UTC))
        .query(AlertsSeen::seen)
        .list();
  }

  @Override
  public void apply(RecordedEvent recorded) {
    if (!(recorded.event() instanceof InfusionEvent event)) {
      return;
    }
    switch (event) {
      case AlertAcknowledged seen -> seen(recorded, seen);
      case PumpEvent pump -> atThePump(recorded, pump);
      case InfusionEvent _ -> {}
    }
  }

  @Override
  public void clear() {
    jdbc.sql("delete from override_alert").update();
    jdbc.sql("delete from override_pump").update();
  }

  private void seen(RecordedEvent recorded, AlertAcknowledged seen) {
    var name = NAME.matcher(seen.alert());
    if (!name.matches()) {
      return;
    }
    jdbc.sql(
            """
            insert into override_alert values (?, ?, ?, ?, ?, ?, ?, ?, '', null)
            on conflict do nothing
            """)
        .param(recorded.stream().value())
        .param(seen.alert())
        .param(name.group(1))
        .param(recorded.patient().value())
        .param(Instant.parse(name.group(2)).atOffset(ZoneOffset.UTC))
        .param(seen.at().atOffset(ZoneOffset.UTC))
        .param(seen.by().name())
        .param(rate(recorded).signum() > 0)
        .update();
  }

  private void atThePump(RecordedEvent recorded, PumpEvent event) {
    deed(recorded, event)
        .ifPresent(deed ->
            jdbc.sql(
                    """
                    update override_alert set next_deed = ?, next_at = ?
                    where stream = ? and next_at is null
                    """)
                .param(deed.name())
                .param(event.at().atOffset(ZoneOffset.UTC))
                .param(recorded.stream().value())
                .update());
    jdbc.sql(
            """
            insert into override_pump values (?, ?)
            on conflict (stream) do update set rate = excluded.rate
            """)
        .param(recorded.stream().value())
        .param(rateAfter(event))
        .update();
  }

  private Optional<Deed> deed(RecordedEvent recorded, PumpEvent event) {
    return switch (event) {
      case InfusionStarted _, PumpConfirmed _ -> Optional.empty();
      case InfusionHeld _ -> Optional.of(Deed.HELD);
      case InfusionStopped _ -> Optional.of(Deed.STOPPED);
      case InfusionResumed _ -> Optional.of(Deed.RESUMED);
      case MonitoringInterrupted _ -> Optional.of(Deed.INTERRUPTED);
      case RateChanged changed ->
          Optional.of(
              changed.rate().millilitresPerHour().compareTo(rate(recorded)) > 0
                  ? Deed.RAISED
                  : Deed.LOWERED);
    };
  }

  private static BigDecimal rateAfter(PumpEvent event) {
    return switch (event) {
      case InfusionStarted started -> started.rate().millilitresPerHour();
      case RateChanged changed -> changed.rate().millilitresPerHour();
      case InfusionResumed resumed -> resumed.rate().millilitresPerHour();
      case InfusionHeld _, InfusionStopped _, MonitoringInterrupted _ -> BigDecimal.ZERO;
      case PumpConfirmed confirmed ->
          switch (confirmed.pump()) {
            case PumpState.Running(var rate) -> rate.millilitresPerHour();
            case PumpState.OnHold _, PumpState.Off _ -> BigDecimal.ZERO;
          };
    };
  }

  /// The rate of the pump as far as the events before say; 0 where it does not run.
  private BigDecimal rate(RecordedEvent recorded) {
    return jdbc.sql("select rate from override_pump where stream = ?")
        .param(recorded.stream().value())
        .query(BigDecimal.class)
        .optional()
        .orElse(BigDecimal.ZERO);
  }

  private static Seen seen(ResultSet row, int number) throws SQLException {
    var deed = row.getString("next_deed");
    return new Seen(
        row.getString("rule"),
        new PatientId(row.getObject("patient_id", UUID.class)),
        InfusionId.of(row.getString("stream").replaceFirst("^infusion:", "")),
        instant(row, "since"),
        instant(row, "seen_at"),
        row.getString("seen_by"),
        deed.isEmpty()
            ? Optional.empty()
            : Optional.of(new Next(Deed.valueOf(deed), instant(row, "next_at"))));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}

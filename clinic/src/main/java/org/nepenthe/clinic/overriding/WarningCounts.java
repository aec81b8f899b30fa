package org.nepenthe.clinic.overriding;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// Counts warnings and overrides, rule by rule, from the derived tables.
@Service
public class WarningCounts {
  /// A contraindication warns where a decision names it, something taken where it was said; a
  /// warning of a plan where a form showed it, and at the latest where it was gone past.
  private static final String WARNED =
      """
      with warned as (
        select w.kind, w.rule, w.overridden_at,
               extract(epoch from w.overridden_at - s.shown_at) as looked,
               case when w.kind in ('CONTRAINDICATION', 'TAKEN')
                    then extract(epoch from w.overridden_at - w.warned_at) end as waited
        from override_warning w
        left join warning_shown s
          on s.form_key = w.command_key and s.kind = w.kind and s.rule = w.rule
        where w.warned_at >= :from
        union all
        select s.kind, s.rule, null, null, null
        from warning_shown s
        where s.kind <> 'CONTRAINDICATION' and s.shown_at >= :from
          and not exists (
            select 1 from override_warning w
            where w.command_key = s.form_key and w.kind = s.kind and w.rule = s.rule))
      """;

  private final JdbcClient jdbc;

  WarningCounts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// One rule's warnings.
  ///
  /// @param looked median time from showing the warning on the signed form to the signature
  /// @param fastest the shortest of those times
  /// @param waited median time from the decision that named it to the signature
  /// @param measured of how many overrides the time is known
  /// @param reflex of how many it is at most the time asked for
  public record Line(
      Kind kind,
      String rule,
      long warned,
      long overridden,
      Optional<Duration> looked,
      Optional<Duration> fastest,
      Optional<Duration> waited,
      long measured,
      long reflex) {
    /// The share that was gone past, in whole per cents.
    public long percent() {
      return warned == 0 ? 0 : Math.round(100.0 * overridden / warned);
    }
  }

  /// How often a coded reason was given.
  public record ReasonCount(Kind kind, String rule, String reason, long count) {}

  /// @param within the time up to which an override counts as a reflex
  public List<Line> lines(Instant from, Duration within) {
    return jdbc.sql(
            WARNED
                + """
                select kind, rule, count(*) as warned, count(overridden_at) as overridden,
                  percentile_cont(0.5) within group (order by looked) as looked,
                  min(looked) as fastest,
                  percentile_cont(0.5) within group (order by waited) as waited,
                  count(looked) as measured,
                  count(*) filter (where looked <= :within) as reflex
                from warned group by kind, rule order by overridden desc, warned desc, rule
                """)
        .param("from", from.atOffset(ZoneOffset.UTC))
        .param("within", within.toSeconds())
        .query(WarningCounts::line)
        .list();
  }

  public List<ReasonCount> reasons(Instant from) {
    return jdbc.sql(
            """
            select kind, rule, reason, count(*) as n from override_warning
            where overridden_at is not null and warned_at >= ?
            group by kind, rule, reason order by n desc, kind, rule, reason
            """)
        .param(from.atOffset(ZoneOffset.UTC))
        .query((row, _) ->
            new ReasonCount(
                Kind.valueOf(row.getString("kind")),
                row.getString("rule"),
                row.getString("reason"),
                row.getLong("n")))
        .list();
  }

  /// The overrides themselves, the newest first.
  public List<Overridden> newest(Instant from, int limit) {
    return jdbc.sql(
            Overridden.COLUMNS
                + " where w.overridden_at is not null and w.warned_at >= ?"
                + " order by w.overridden_at desc, w.stream, w.rule limit ?")
        .param(from.atOffset(ZoneOffset.UTC))
        .param(limit)
        .query(Overridden::from)
        .list();
  }

  private static Line line(ResultSet row, int number) throws SQLException {
    return new Line(
        Kind.valueOf(row.getString("kind")),
        row.getString("rule"),
        row.getLong("warned"),
        row.getLong("overridden"),
        seconds(row, "looked"),
        seconds(row, "fastest"),
        seconds(row, "waited"),
        row.getLong("measured"),
        row.getLong("reflex"));
  }

  private static Optional<Duration> seconds(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getBigDecimal(column))
        .map(BigDecimal::doubleValue)
        .map(seconds -> Duration.ofMillis(Math.round(seconds * 1000)));
  }
}

package org.nepenthe.clinic.audit;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.nepenthe.clinic.overriding.AlertsSeen.Seen;
import org.nepenthe.clinic.overriding.Overridden;
import org.nepenthe.clinic.overriding.WarningCounts.Line;
import org.nepenthe.clinic.overriding.WarningCounts.ReasonCount;
import org.nepenthe.evidence.Evidence;
import org.nepenthe.knowledge.Amount;
import org.nepenthe.knowledge.Values;

/// What the page of overrides shows.
///
/// @param names whether this reader may see patients' names
/// @param more whether there are older overrides than those listed
public record OverridesView(
    Period period,
    Published published,
    List<Row> rows,
    List<Advised> advice,
    List<Listed> listed,
    boolean names,
    boolean more) {
  public OverridesView {
    rows = List.copyOf(rows);
    advice = List.copyOf(advice);
    listed = List.copyOf(listed);
  }

  /// How far back the page looks.
  public enum Period {
    MONTH("30", "Last 30 days"),
    QUARTER("90", "Last 90 days"),
    ALL("all", "All");

    private final String code;
    private final String words;

    Period(String code, String words) {
      this.code = code;
      this.words = words;
    }

    public String code() {
      return code;
    }

    public String words() {
      return words;
    }

    /// Empty where it has no beginning.
    Optional<Duration> back() {
      return this == ALL ? Optional.empty() : Optional.of(Duration.ofDays(Long.parseLong(code)));
    }

    static Period of(String code) {
      for (var period : values()) {
        if (period.code.equals(code)) {
          return period;
        }
      }
      return MONTH;
    }
  }

  /// What was published about warnings elsewhere.
  public record Published(
      Amount within,
      Amount share,
      Amount before,
      Amount after,
      String says,
      List<Evidence> evidence) {
    public Published {
      evidence = List.copyOf(evidence);
    }

    static Published of(Values values) {
      return new Published(
          values.amount("within"),
          values.amount("share-within"),
          values.amount("overridden-before"),
          values.amount("overridden-after"),
          values.text("says"),
          values.evidence());
    }
  }

  /// One rule.
  public record Row(Line line, String title, List<ReasonCount> reasons) {
    public Row {
      reasons = List.copyOf(reasons);
    }
  }

  /// One alert that advised to hold or to stop and was acknowledged while the pump ran.
  ///
  /// @param patient empty where this reader may not see names
  public record Advised(Seen seen, String title, String step, Optional<String> patient) {
    /// From the acknowledgement to what was recorded at the pump next; the clock of the deed may be
    /// before it.
    public Optional<Duration> until() {
      return seen.next()
          .map(next -> Duration.between(seen.at(), next.at()))
          .map(took -> took.isNegative() ? Duration.ZERO : took);
    }

    public boolean followed() {
      return seen.next().filter(next -> next.deed().endsTheFlow()).isPresent();
    }
  }

  /// One override.
  ///
  /// @param patient empty where this reader may not see names
  public record Listed(Overridden overridden, String title, Optional<String> patient) {}

  public long warned() {
    return rows.stream().mapToLong(row -> row.line().warned()).sum();
  }

  public long overridden() {
    return rows.stream().mapToLong(row -> row.line().overridden()).sum();
  }

  public long measured() {
    return rows.stream().mapToLong(row -> row.line().measured()).sum();
  }

  public long reflex() {
    return rows.stream().mapToLong(row -> row.line().reflex()).sum();
  }

  /// The shortest time of all; empty where none was measured.
  public Optional<Duration> fastest() {
    return rows.stream()
        .flatMap(row -> row.line().fastest().stream())
        .min(Comparator.naturalOrder());
  }

  public long followed() {
    return advice.stream().filter(Advised::followed).count();
  }

  /// A share in whole per cents.
  public static String percent(long part, long whole) {
    return whole == 0 ? "–" : Math.round(100.0 * part / whole) + "\u00a0%";
  }

  /// A coordinate of a bar that is a hundred wide.
  public static String along(BigDecimal percent) {
    return percent.toPlainString();
  }
}

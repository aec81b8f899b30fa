package org.nepenthe.care.chart;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.nepenthe.care.decision.Coded;

/// A measured number: a laboratory result, a vital sign or a score.
///
/// @param unit UCUM code; already the unit the clinic accepts for what was measured
/// @param entered number and unit as they were entered, where they had to be converted
/// @param upperLimit the laboratory's own upper limit of normal, in the same unit; empty where it
///     was not sent
public record Measurement(
    Category category,
    Coded what,
    BigDecimal value,
    String unit,
    Optional<Entered> entered,
    Optional<BigDecimal> upperLimit,
    Instant at,
    Provenance provenance)
    implements Fact {

  private static final Pattern KIND_OF_QUANTITY = Pattern.compile(" \\[[^\\]]*/[^\\]]*\\].*$");
  private static final Pattern REMARK = Pattern.compile("\\{[^}]*\\}");

  /// A value that came without the laboratory's limits.
  public Measurement(
      Category category,
      Coded what,
      BigDecimal value,
      String unit,
      Optional<Entered> entered,
      Instant at,
      Provenance provenance) {
    this(category, what, value, unit, entered, Optional.empty(), at, provenance);
  }

  /// What was measured and its value, for a sentence: `Alanine aminotransferase 37.7 U/L`. Of a
  /// LOINC name the kind of quantity and the specimen are left out; of the unit, what UCUM adds for
  /// machines.
  public String words() {
    var name = KIND_OF_QUANTITY.matcher(what.display()).replaceFirst("");
    var shown = unit.indexOf('{') < 0 ? unit : REMARK.matcher(unit).replaceAll("");
    shown = shown.replace("[Hg]", "Hg");
    return name + " " + value.toPlainString() + (shown.isEmpty() ? "" : " " + shown);
  }

  /// What stood in the source before it was converted.
  public record Entered(BigDecimal value, String unit) {}

  /// Which list of the chart it belongs to.
  public enum Category {
    LABORATORY,
    VITAL_SIGN,
    SCORE,
    /// A number that is none of these.
    OTHER
  }
}

package org.nepenthe.pharmacology.spoken;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.regex.Pattern;
import org.nepenthe.pharmacology.regimen.Minutes;

/// Times and durations as people write them: `40 min`, `1.5 h`, `90 s`, `1 h 30 min`, `2 d`.
public final class SpokenTime {
  private static final BigDecimal SIXTY = BigDecimal.valueOf(60);
  private static final BigDecimal MINUTES_A_DAY = BigDecimal.valueOf(1440);
  private static final Pattern NEXT_PART = Pattern.compile("(?<=[A-Za-z])\\s*(?=\\d)");

  private SpokenTime() {}

  /// In minutes.
  ///
  /// @throws Unclear if the unit is missing or unknown, or the number can be misread
  public static double minutes(String text) {
    return minutes(text, Optional.empty(), text);
  }

  /// @param unitOfOther what "0-40 min" lends to its first number
  static double minutes(String text, Optional<String> unitOfOther, String whole) {
    var sum = BigDecimal.ZERO;
    for (var part : NEXT_PART.split(text.strip())) {
      sum = sum.add(part(part, unitOfOther, whole));
    }
    return Minutes.valid(sum.doubleValue(), "time");
  }

  /// The unit of a time that has one.
  static Optional<String> unitOf(String text, String whole) {
    var parts = NEXT_PART.split(text.strip());
    var unit = SpokenNumber.parse(parts[parts.length - 1], whole).unit();
    return unit.isEmpty() ? Optional.empty() : Optional.of(unit);
  }

  private static BigDecimal part(String part, Optional<String> unitOfOther, String whole) {
    var said = SpokenNumber.parse(part, whole);
    var unit = said.unit().isEmpty() ? unitOfOther.orElse("") : said.unit();
    return switch (unit) {
      case "s", "sec", "second", "seconds" -> said.number().divide(SIXTY, MathContext.DECIMAL128);
      case "min", "minute", "minutes" -> said.number();
      case "h", "hr", "hrs", "hour", "hours" -> said.number().multiply(SIXTY);
      case "d", "day", "days" -> said.number().multiply(MINUTES_A_DAY);
      case "" ->
          throw new Unclear(
              "'" + whole + "': " + part.strip() + " of what? Say s, min, h or d, as in 40 min");
      case "m" -> throw new Unclear("'" + whole + "': m can be a minute or a month; say min");
      default ->
          throw new Unclear(
              "'" + whole + "': '" + unit + "' is no unit of time; say s, min, h or d");
    };
  }
}

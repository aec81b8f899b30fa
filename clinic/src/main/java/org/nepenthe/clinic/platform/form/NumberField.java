package org.nepenthe.clinic.platform.form;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.nepenthe.clinic.platform.display.Figures;

/// Reads a decimal number that a person typed, and refuses every way of writing it that has led to
/// tenfold errors: `.5`, `1,0`, `05`, `5.`, `1e3`. Nothing is guessed and nothing is corrected.
///
/// @param name what the number is, in the middle of a sentence: "body weight"
/// @param unit shown with every limit; may be empty
/// @param least the smallest number accepted
/// @param leastIncluded whether `least` itself is accepted
/// @param most the greatest number accepted
/// @param decimals how many digits after the point are accepted
public record NumberField(
    String name,
    String unit,
    Optional<BigDecimal> least,
    boolean leastIncluded,
    Optional<BigDecimal> most,
    int decimals) {
  private static final Pattern NUMBER = Pattern.compile("(0|[1-9][0-9]*)(\\.[0-9]+)?");
  private static final Pattern BARE_POINT = Pattern.compile("\\.[0-9]+");
  private static final Pattern OPEN_POINT = Pattern.compile("[0-9]+\\.");
  private static final Pattern LEADING_ZERO = Pattern.compile("0[0-9]+(\\.[0-9]+)?");

  /// No number in a clinic has more digits than this before its point.
  private static final int LONGEST_WHOLE = 7;

  /// A number of zero or above, with up to three decimals.
  public static NumberField of(String name, String unit) {
    return new NumberField(name, unit, Optional.of(BigDecimal.ZERO), true, Optional.empty(), 3);
  }

  /// Only numbers greater than this.
  public NumberField above(String limit) {
    return above(new BigDecimal(limit));
  }

  /// Only numbers greater than this.
  public NumberField above(BigDecimal limit) {
    return new NumberField(name, unit, Optional.of(limit), false, most, decimals);
  }

  /// Only this number and greater ones.
  public NumberField atLeast(BigDecimal limit) {
    return new NumberField(name, unit, Optional.of(limit), true, most, decimals);
  }

  /// Only this number and smaller ones.
  public NumberField atMost(BigDecimal limit) {
    return new NumberField(name, unit, least, leastIncluded, Optional.of(limit), decimals);
  }

  public NumberField withDecimals(int number) {
    return new NumberField(name, unit, least, leastIncluded, most, number);
  }

  public NumberField whole() {
    return withDecimals(0);
  }

  public Entry<BigDecimal> read(String typed) {
    var text = typed.strip();
    return spelling(text)
        .map(Entry::<BigDecimal>refused)
        .orElseGet(() -> within(new BigDecimal(text)));
  }

  private Optional<String> spelling(String text) {
    if (text.isEmpty()) {
      return Optional.of("Enter the " + name + ".");
    }
    if (text.startsWith("-") || text.startsWith("\u2212")) {
      return Optional.of("The " + name + " cannot be negative.");
    }
    if (text.indexOf(',') >= 0) {
      return Optional.of("Use a point for decimals, and no comma.");
    }
    if (BARE_POINT.matcher(text).matches()) {
      return Optional.of("Write 0" + text + ": a zero stands before the point.");
    }
    if (OPEN_POINT.matcher(text).matches()) {
      return Optional.of("Write a digit after the point, or no point.");
    }
    if (LEADING_ZERO.matcher(text).matches()) {
      return Optional.of("Did you mean " + meant(text) + "? A whole number never starts with 0.");
    }
    if (!NUMBER.matcher(text).matches()) {
      return Optional.of("Write the " + name + " in digits, such as 12 or 0.5.");
    }
    int point = text.indexOf('.');
    if ((point < 0 ? text.length() : point) > LONGEST_WHOLE) {
      return Optional.of("That is too great to be a " + name + ". Check the digits.");
    }
    return tooFine(text, point);
  }

  private Optional<String> tooFine(String text, int point) {
    int given = point < 0 ? 0 : text.length() - point - 1;
    if (given <= decimals) {
      return Optional.empty();
    }
    return Optional.of(
        switch (decimals) {
          case 0 -> "Write a whole number.";
          case 1 -> "Write at most 1 digit after the point.";
          default -> "Write at most " + decimals + " digits after the point.";
        });
  }

  /// `05` may stand for 5 or for 0.5, and only the person who typed it knows which.
  private static String meant(String text) {
    var number = new BigDecimal(text).stripTrailingZeros().toPlainString();
    return text.indexOf('.') >= 0 || number.equals("0")
        ? number
        : number + " or 0." + text.substring(1);
  }

  private Entry<BigDecimal> within(BigDecimal number) {
    if (least.isPresent()) {
      int compared = number.compareTo(least.get());
      if (compared < 0 || (compared == 0 && !leastIncluded)) {
        return Entry.refused(
            "The %s must be %s %s."
                .formatted(name, leastIncluded ? "at least" : "above", limit(least.get())));
      }
    }
    if (most.isPresent() && number.compareTo(most.get()) > 0) {
      return Entry.refused("The %s must be at most %s.".formatted(name, limit(most.get())));
    }
    return Entry.accepted(number);
  }

  private String limit(BigDecimal number) {
    return Figures.exact(number, unit);
  }
}

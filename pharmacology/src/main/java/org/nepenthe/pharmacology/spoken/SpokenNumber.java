package org.nepenthe.pharmacology.spoken;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;

/// A number and the word behind it. Forms that are read tenfold wrong are refused: a comma, a point
/// without a digit before it, an exponent, a sign.
///
/// @param unit lower case, without blanks, "per" written as a slash; empty where none was said
record SpokenNumber(BigDecimal number, String unit) {
  private static final Pattern FORM = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,12})?)\\s*(\\D.*)?");
  private static final Pattern PER = Pattern.compile("\\s+per\\s+");
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  /// @param whole what the number is part of, for the message
  static SpokenNumber parse(String text, String whole) {
    var said = text.strip();
    refuseMisreadable(said, whole);
    var form = FORM.matcher(said);
    if (!form.matches()) {
      throw new Unclear("'" + whole + "': '" + said + "' is no number with its unit");
    }
    var unit = form.group(2) == null ? "" : form.group(2);
    return new SpokenNumber(new BigDecimal(form.group(1)), plain(unit));
  }

  private static String plain(String unit) {
    var slashed = PER.matcher(" " + unit).replaceAll("/");
    return BLANKS.matcher(slashed).replaceAll("").toLowerCase(Locale.ROOT);
  }

  private static void refuseMisreadable(String said, String whole) {
    if (said.isEmpty()) {
      throw new Unclear("'" + whole + "': a number with its unit is missing");
    }
    char first = said.charAt(0);
    if (first == '-' || first == '−' || first == '+') {
      throw new Unclear("'" + whole + "': '" + said + "' has a sign; nothing here is negative");
    }
    if (first == '.') {
      throw new Unclear("'" + whole + "': write 0" + said + ", with a digit before the point");
    }
    if (said.matches("\\d+,\\d.*")) {
      throw new Unclear(
          "'" + whole + "': a comma can mean two things; write 1000 or 0.5, with a point");
    }
    if (said.matches("\\d+(\\.\\d+)?[eE][+-]?\\d.*")) {
      throw new Unclear("'" + whole + "': write the number out, without an exponent");
    }
    if (said.matches("\\d+\\.(\\D.*)?")) {
      throw new Unclear("'" + whole + "': a digit is missing behind the point");
    }
  }
}

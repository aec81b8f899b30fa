package org.nepenthe.clinic.laboratory;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.nepenthe.clinic.platform.form.Entry;
import org.nepenthe.clinic.platform.form.Form;
import org.nepenthe.clinic.platform.form.NumberField;

/// One line of the regimen as it was typed. It is put into the words that the library and the
/// command line read, so that all three understand the same.
///
/// @param from minute at which it starts
/// @param over minutes over which an amount, or for which a rate is given; empty for at once
/// @param route a word that the library knows
/// @param times how often it is given
/// @param every hours from one to the next
public record DoseRow(
    String from,
    String amount,
    String unit,
    String over,
    String route,
    String times,
    String every) {
  static final int MOST_ROWS = 12;
  private static final int MOST_TIMES = 60;

  static DoseRow first() {
    return new DoseRow("0", "0.5", "mg/kg", "40", "iv", "1", "24");
  }

  /// One more, to be filled in.
  public static DoseRow blank() {
    return new DoseRow("0", "", "mg", "", "iv", "1", "24");
  }

  /// The rows of a form, those without any number left out.
  static List<DoseRow> of(Form form) {
    var amounts = form.values("amount");
    return IntStream.range(0, Math.min(amounts.size(), MOST_ROWS))
        .mapToObj(i ->
            new DoseRow(
                at(form, "from", i),
                at(form, "amount", i),
                at(form, "unit", i),
                at(form, "over", i),
                at(form, "route", i),
                at(form, "times", i),
                at(form, "every", i)))
        .toList();
  }

  private static String at(Form form, String field, int i) {
    var values = form.values(field);
    return i < values.size() ? values.get(i).strip() : "";
  }

  boolean isEmpty() {
    return amount.isEmpty();
  }

  /// Its doses in the library's words.
  ///
  /// @throws IllegalArgumentException with a sentence for the screen
  List<String> words() {
    var start = number(NumberField.of("minute it starts", "min").withDecimals(2), from);
    var size = number(NumberField.of("dose", unit).withDecimals(4), amount).toPlainString();
    int repeats = repeats();
    var between =
        repeats == 1
            ? BigDecimal.ZERO
            : number(NumberField.of("hours between", "h").above("0").withDecimals(2), every)
                .multiply(BigDecimal.valueOf(60));
    var words = new ArrayList<String>();
    for (int i = 0; i < repeats; i++) {
      var minute = start.add(between.multiply(BigDecimal.valueOf(i))).toPlainString();
      words.add(minute + " min: " + size + " " + unit + lasting());
    }
    return words;
  }

  private String lasting() {
    if (over.isEmpty()) {
      return route.equals("iv") ? "" : " " + route;
    }
    var minutes = number(NumberField.of("duration", "min").above("0").withDecimals(2), over);
    var joined = isRate() ? " for " : " over ";
    return joined + minutes.toPlainString() + " min" + (route.equals("iv") ? "" : " " + route);
  }

  private boolean isRate() {
    return unit.endsWith("/h") || unit.endsWith("/min");
  }

  private int repeats() {
    if (times.isEmpty()) {
      return 1;
    }
    var field =
        NumberField.of("number of times", "")
            .above("0")
            .whole()
            .atMost(BigDecimal.valueOf(MOST_TIMES));
    return number(field, times).intValueExact();
  }

  private static BigDecimal number(NumberField field, String typed) {
    return switch (field.read(typed)) {
      case Entry.Accepted<BigDecimal>(var value) -> value;
      case Entry.Refused<BigDecimal>(var message) -> throw new IllegalArgumentException(message);
    };
  }
}

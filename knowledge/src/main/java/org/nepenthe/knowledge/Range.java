package org.nepenthe.knowledge;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import org.nepenthe.evidence.Evidence;

/// A number with a lower and an upper end, both included, as sources often give doses.
///
/// @param evidence never empty
public record Range(BigDecimal from, BigDecimal to, Unit unit, Use use, List<Evidence> evidence)
    implements Field {
  public Range {
    evidence = List.copyOf(evidence);
  }

  public boolean inForce() {
    return use == Use.IN_FORCE;
  }

  public boolean contains(BigDecimal number) {
    return number.compareTo(from) >= 0 && number.compareTo(to) <= 0;
  }

  /// As it is written for a reader: `0.1 to 0.3 mg/kg`.
  public String words() {
    return written(from)
        + " to "
        + written(to)
        + (unit.shown().isEmpty() ? "" : " " + unit.shown());
  }

  /// A number as a prescription writes it: a zero before the point, none after the last digit, a
  /// comma from 1,000.
  static String written(BigDecimal number) {
    return new DecimalFormat("#,##0.##########", DecimalFormatSymbols.getInstance(Locale.ROOT))
        .format(number);
  }
}

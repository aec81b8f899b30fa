package org.nepenthe.knowledge;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.nepenthe.evidence.Evidence;

/// A number of the knowledge base with its unit, the side on which it is breached where it is a
/// limit, and where it comes from.
///
/// @param evidence never empty
public record Amount(
    BigDecimal value,
    Unit unit,
    Optional<Comparison> breachedWhen,
    Use use,
    List<Evidence> evidence)
    implements Field {
  public Amount {
    evidence = List.copyOf(evidence);
  }

  public boolean inForce() {
    return use == Use.IN_FORCE;
  }

  /// Whether an observed number, in this amount's own unit, breaches it.
  public boolean isBreachedBy(BigDecimal observed) {
    return breachedWhen
        .orElseThrow(() -> new IllegalStateException(words() + " is not a limit"))
        .holds(observed, value);
  }

  /// The number, for a caller that counts in the given unit.
  ///
  /// @throws IllegalArgumentException where the amount is written in another unit
  public BigDecimal in(String ucum) {
    if (!unit.ucum().equals(ucum)) {
      throw new IllegalArgumentException("asked for " + ucum + ", but the amount is " + words());
    }
    return value;
  }

  /// The amount as a span of time. Months and years have no fixed length and are refused.
  public Duration duration() {
    long seconds =
        switch (unit.ucum()) {
          case "s" -> 1;
          case "min" -> 60;
          case "h" -> 3_600;
          case "d" -> 86_400;
          case "wk" -> 604_800;
          default -> throw new IllegalArgumentException(words() + " is not a span of time");
        };
    return Duration.ofSeconds(value.multiply(BigDecimal.valueOf(seconds)).longValueExact());
  }

  /// As it is written for a reader: `180 mmHg`, or `above 180 mmHg` where it is a limit, with a
  /// remark where it is not in force without reservation.
  public String words() {
    return inForce() ? plainWords() : plainWords() + " (" + use.words() + ")";
  }

  /// The same without the remark.
  public String plainWords() {
    var number = Range.written(value) + (unit.shown().isEmpty() ? "" : " " + unit.shown());
    return breachedWhen.map(side -> side.words() + " " + number).orElse(number);
  }
}

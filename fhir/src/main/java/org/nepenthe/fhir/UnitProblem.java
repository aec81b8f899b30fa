package org.nepenthe.fhir;

import java.math.BigDecimal;
import java.util.Optional;
import org.hl7.fhir.r4.model.Quantity;

/// Why a quantity's number or unit cannot be used. A bare number is never read, and a unit is never
/// guessed: a weight of 154 lb taken for kilograms would more than double every dose.
record UnitProblem(String what, String mend) {
  static final String GIVE =
      "Give the unit as a UCUM code with the system " + Units.UCUM + ", such as kg or mm[Hg].";

  /// Beyond this many digits it is no measurement, and reading it could exhaust memory.
  private static final int DIGITS = 40;

  static Optional<UnitProblem> of(Quantity quantity, Units units) {
    if (isAbsurd(quantity.getValue())) {
      return Optional.of(
          new UnitProblem("the number has too many digits", "Correct the number in the source."));
    }
    var code = quantity.hasCode() ? quantity.getCode() : "";
    var shown = code.isEmpty() && quantity.hasUnit() ? quantity.getUnit() : code;
    if (shown.isEmpty()) {
      return Optional.of(
          new UnitProblem(
              "the number " + quantity.getValue().toPlainString() + " has no unit", GIVE));
    }
    if (!units.knows(shown)) {
      return Optional.of(
          new UnitProblem(
              "the unit " + shown + " is not a UCUM unit",
              Units.oftenMeantBy(shown)
                  .map(meant -> "If " + meant + " is meant, send " + meant + ".")
                  .orElse(GIVE)));
    }
    if (code.isEmpty() || !Units.UCUM.equals(quantity.getSystem())) {
      return Optional.of(
          new UnitProblem("the unit " + shown + " is not stated as a UCUM code", GIVE));
    }
    return Optional.empty();
  }

  private static boolean isAbsurd(BigDecimal value) {
    return value.precision() > DIGITS || Math.abs((long) value.scale()) > DIGITS;
  }
}

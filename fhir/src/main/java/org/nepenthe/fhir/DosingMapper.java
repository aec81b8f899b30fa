package org.nepenthe.fhir;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Timing;
import org.nepenthe.care.chart.Dosing;

/// Dosage: how much, how often. Read only where it is one dose, at one interval, with a unit;
/// anything else stays in the source's own words.
final class DosingMapper {
  private static final String DRUG_FORM =
      "http://terminology.hl7.org/CodeSystem/v3-orderableDrugForm";
  private static final Set<String> PIECES = Set.of("TAB", "CAP", "PATCH", "TPATCH", "ERTAB");
  private static final List<String> UNITS = List.of("mg", "ug/h");
  private static final BigDecimal HOURS = BigDecimal.valueOf(24);
  private static final BigDecimal DAYS = BigDecimal.valueOf(7);

  private DosingMapper() {}

  static Optional<Dosing> map(List<Dosage> all, Units units) {
    if (all.size() != 1 || all.getFirst().getDoseAndRate().size() != 1) {
      return Optional.empty();
    }
    var dosage = all.getFirst();
    var dose = dosage.getDoseAndRateFirstRep();
    if (!dose.hasDoseQuantity() || !dose.getDoseQuantity().hasValue()) {
      return Optional.empty();
    }
    boolean asNeeded =
        dosage.hasAsNeededCodeableConcept()
            || (dosage.hasAsNeededBooleanType() && dosage.getAsNeededBooleanType().booleanValue());
    return amount(dose.getDoseQuantity(), units)
        .map(amount ->
            new Dosing(amount.amount(), amount.unit(), timesADay(dosage.getTiming()), asNeeded));
  }

  private record Amount(BigDecimal amount, String unit) {}

  /// Tablets and the like by their code, by a unit of UCUM that is only a remark in braces, or by
  /// the unit 1; masses in milligrams. A bare number is not read.
  private static Optional<Amount> amount(Quantity quantity, Units units) {
    var code = quantity.hasCode() ? quantity.getCode() : "";
    var system = quantity.hasSystem() ? quantity.getSystem() : "";
    var value = quantity.getValue();
    if (quantity.hasComparator() || value.signum() <= 0) {
      return Optional.empty();
    }
    if (system.equals(DRUG_FORM)) {
      return PIECES.contains(code)
          ? Optional.of(new Amount(value, Dosing.PIECE))
          : Optional.empty();
    }
    if (UnitProblem.of(quantity, units).isPresent()) {
      return Optional.empty();
    }
    if (code.equals(Dosing.PIECE) || code.matches("\\{[^}]*}")) {
      return Optional.of(new Amount(value, Dosing.PIECE));
    }
    return UNITS.stream()
        .flatMap(unit ->
            units.convert(value, code, unit).map(amount -> new Amount(amount, unit)).stream())
        .findFirst();
  }

  private static Optional<BigDecimal> timesADay(Timing timing) {
    var repeat = timing.getRepeat();
    if (!repeat.hasPeriod()
        || repeat.getPeriod().signum() <= 0
        || !repeat.hasPeriodUnit()
        || repeat.hasPeriodMax()
        || repeat.hasFrequencyMax()) {
      return Optional.empty();
    }
    var times = BigDecimal.valueOf(repeat.hasFrequency() ? repeat.getFrequency() : 1);
    var every = repeat.getPeriod();
    return switch (repeat.getPeriodUnit()) {
      case H -> Optional.of(times.multiply(HOURS).divide(every, MathContext.DECIMAL64));
      case D -> Optional.of(times.divide(every, MathContext.DECIMAL64));
      case WK -> Optional.of(times.divide(every.multiply(DAYS), MathContext.DECIMAL64));
      case S, MIN, MO, A, NULL -> Optional.empty();
    };
  }
}

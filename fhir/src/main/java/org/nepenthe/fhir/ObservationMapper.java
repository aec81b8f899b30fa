package org.nepenthe.fhir;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.nepenthe.care.chart.Finding;
import org.nepenthe.care.chart.Measurement;
import org.nepenthe.care.chart.Measurement.Category;
import org.nepenthe.care.chart.Measurement.Entered;
import org.nepenthe.care.decision.Coded;

/// Observation: laboratory results, vital signs, scores and findings in words. A panel such as a
/// blood pressure gives one fact for each of its components.
final class ObservationMapper {
  private ObservationMapper() {}

  static void map(Observation observation, Spot spot) {
    if (!observation.hasStatus()) {
      spot.problem("status", "no status: does the result stand?", "Give the observation's status.");
      return;
    }
    switch (observation.getStatus()) {
      case ENTEREDINERROR -> spot.leftOut(Spot.IN_ERROR);
      case CANCELLED -> spot.leftOut("the source cancelled it");
      case REGISTERED -> spot.leftOut("registered, and no result yet");
      case PRELIMINARY, FINAL, AMENDED, CORRECTED, UNKNOWN, NULL -> results(observation, spot);
    }
  }

  private static void results(Observation observation, Spot spot) {
    if (!observation.hasValue() && !observation.hasComponent()) {
      spot.leftOut(
          observation.hasHasMember()
              ? "a panel without values of its own; its members stand for themselves"
              : "no value" + absence(observation.getDataAbsentReason()));
      return;
    }
    var effective = effective(observation);
    if (effective.isEmpty()) {
      spot.leftOut("no date: when it was so is not known");
      return;
    }
    var at = spot.past("effective", effective);
    if (at.isEmpty()) {
      return;
    }
    var category = category(observation);
    if (observation.hasValue()) {
      new Result(
              spot,
              category,
              at.get(),
              "",
              "value",
              Result.upperLimit(observation.getReferenceRange()))
          .take(observation.getCode(), observation.getValue());
    }
    for (int i = 0; i < observation.getComponent().size(); i++) {
      var component = observation.getComponent().get(i);
      if (component.hasValue()) {
        new Result(
                spot,
                category,
                at.get(),
                part(component, i),
                "component[" + i + "].value",
                Result.upperLimit(component.getReferenceRange()))
            .take(component.getCode(), component.getValue());
      } else {
        spot.leftOut("component " + i + ": no value" + absence(component.getDataAbsentReason()));
      }
    }
  }

  private static String part(Observation.ObservationComponentComponent component, int index) {
    var code = ConditionMapper.code(component.getCode());
    return code.isEmpty() ? Integer.toString(index) : code;
  }

  private static String absence(CodeableConcept reason) {
    return Codes.read(reason, Coded.Unrecognised::new)
        .map(coded -> ": " + coded.display())
        .orElse("");
  }

  private static BaseDateTimeType effective(Observation observation) {
    if (observation.getEffective() instanceof InstantType instant) {
      return instant;
    }
    var effective = ConditionMapper.start(observation.getEffective());
    return effective.isEmpty() ? observation.getIssuedElement() : effective;
  }

  private static Category category(Observation observation) {
    for (var stated : observation.getCategory()) {
      if (Codes.has(stated, "laboratory")) {
        return Category.LABORATORY;
      }
      if (Codes.has(stated, "vital-signs")) {
        return Category.VITAL_SIGN;
      }
      if (Codes.has(stated, "survey")) {
        return Category.SCORE;
      }
    }
    return Category.OTHER;
  }

  /// One value of an observation, on its way to becoming a fact.
  ///
  /// @param part names the component; empty for the observation's own value
  /// @param element where the value stands, for messages
  /// @param high the laboratory's upper limit of normal
  private record Result(
      Spot spot,
      Category category,
      Instant at,
      String part,
      String element,
      Optional<Quantity> high) {

    /// The high end of the one range that is called normal, or of the only one there is. With
    /// several unnamed ranges it is not known which of them is meant.
    static Optional<Quantity> upperLimit(List<Observation.ObservationReferenceRangeComponent> all) {
      var normal =
          all.stream()
              .filter(range -> !range.hasType() || Codes.has(range.getType(), "normal"))
              .toList();
      return normal.size() == 1 && normal.getFirst().hasHigh()
          ? Optional.of(normal.getFirst().getHigh())
          : Optional.empty();
    }

    void take(CodeableConcept code, Type value) {
      spot.coded(element.replace("value", "code"), code).ifPresent(what -> take(what, value));
    }

    private void take(Coded what, Type value) {
      switch (value) {
        case Quantity quantity -> quantity(what, quantity);
        case IntegerType integer -> integer(what, integer);
        case CodeableConcept concept ->
            spot.coded(element, concept).ifPresent(result -> finding(what, result));
        case StringType words -> Codes.words(words.getValue()).ifPresent(r -> finding(what, r));
        case BooleanType yes ->
            Codes.words(yes.booleanValue() ? "yes" : "no").ifPresent(r -> finding(what, r));
        case BaseDateTimeType date ->
            Codes.words(date.getValueAsString()).ifPresent(r -> finding(what, r));
        default -> spot.leftOut("a value of the form " + value.fhirType() + " is not kept");
      }
    }

    private void finding(Coded what, Coded result) {
      spot.facts().add(new Finding(what, result, at, spot.provenance(part)));
    }

    private void integer(Coded what, IntegerType integer) {
      if (!isScore(what)) {
        spot.problem(
            element, "the number " + integer.getValueAsString() + " has no unit", UnitProblem.GIVE);
        return;
      }
      measurement(
          what,
          BigDecimal.valueOf(integer.getValue().longValue()),
          AcceptedUnits.SCORE,
          Optional.empty());
    }

    private boolean isScore(Coded what) {
      return AcceptedUnits.of(what.code())
          .map(AcceptedUnits.SCORE::equals)
          .orElse(category == Category.SCORE);
    }

    private void quantity(Coded what, Quantity quantity) {
      if (!quantity.hasValue()) {
        spot.leftOut("a quantity without a number");
        return;
      }
      var fault = UnitProblem.of(quantity, spot.units());
      if (fault.isPresent()) {
        spot.problem(element, fault.get().what(), fault.get().mend());
      } else if (quantity.hasComparator()) {
        Codes.words(
                quantity.getComparator().toCode()
                    + " "
                    + quantity.getValue().toPlainString()
                    + " "
                    + quantity.getCode())
            .ifPresent(words -> finding(what, words));
      } else {
        converted(what, quantity.getValue(), quantity.getCode());
      }
    }

    private void converted(Coded what, BigDecimal value, String unit) {
      var accepted = AcceptedUnits.of(what.code()).orElse(unit);
      var converted = spot.units().convert(value, unit, accepted);
      if (converted.isEmpty()) {
        spot.problem(
            element,
            what.display() + " cannot be measured in " + unit,
            "Send it in " + accepted + ", or correct the code of what was measured.");
      } else if (isImpossible(what, converted.get())) {
        spot.problem(
            element,
            what.display() + " cannot be " + value.toPlainString() + " " + unit,
            "Correct the number in the source.");
      } else {
        measurement(
            what,
            converted.get(),
            accepted,
            unit.equals(accepted) ? Optional.empty() : Optional.of(new Entered(value, unit)));
      }
    }

    private static boolean isImpossible(Coded what, BigDecimal value) {
      return (AcceptedUnits.of(what.code()).isPresent() && value.signum() < 0)
          || (AcceptedUnits.mustBeAboveZero(what.code()) && value.signum() == 0);
    }

    private void measurement(Coded what, BigDecimal value, String unit, Optional<Entered> entered) {
      spot.facts()
          .add(
              new Measurement(
                  category,
                  what,
                  value,
                  unit,
                  entered,
                  high.flatMap(limit -> inUnit(limit, unit)),
                  at,
                  spot.provenance(part)));
    }

    /// A limit in a unit that cannot be read, or in none, is no limit: laboratories often send it
    /// bare.
    private Optional<BigDecimal> inUnit(Quantity limit, String unit) {
      if (!limit.hasValue() || UnitProblem.of(limit, spot.units()).isPresent()) {
        return Optional.empty();
      }
      return spot.units().convert(limit.getValue(), limit.getCode(), unit);
    }
  }
}

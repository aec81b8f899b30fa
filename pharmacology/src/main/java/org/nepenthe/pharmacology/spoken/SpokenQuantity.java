package org.nepenthe.pharmacology.spoken;

import java.math.BigDecimal;
import java.util.Optional;
import org.nepenthe.quantity.BodyWeight;
import org.nepenthe.quantity.Dose;
import org.nepenthe.quantity.DoseRate;
import org.nepenthe.quantity.Moiety;

/// An amount of drug or a rate of giving it: `10 mg`, `0.5 mg/kg`, `30 mg/h`, `0.2 mg/kg/h`,
/// `5 mcg/kg/min`.
///
/// @param milligrams of the amount, or in each unit of time
/// @param perKilogram true where it is for each kg of body weight
/// @param hourly of a rate: how many of its units of time are in an hour; empty for an amount
public record SpokenQuantity(
    BigDecimal milligrams, boolean perKilogram, Optional<BigDecimal> hourly) {

  static SpokenQuantity parse(String text, String whole) {
    var said = SpokenNumber.parse(text, whole);
    var parts = said.unit().split("/", -1);
    var milligrams = said.number().multiply(milligramsIn(parts[0], whole));
    boolean perKilogram = parts.length > 1 && parts[1].equals("kg");
    int next = perKilogram ? 2 : 1;
    if (parts.length > next + 1) {
      throw unknown(said.unit(), whole);
    }
    Optional<BigDecimal> hourly =
        parts.length == next ? Optional.empty() : Optional.of(perHour(parts[next], said, whole));
    return new SpokenQuantity(milligrams, perKilogram, hourly);
  }

  boolean isRate() {
    return hourly.isPresent();
  }

  Dose dose(BodyWeight weight, Moiety moiety) {
    return new Dose(forWeight(weight), moiety);
  }

  /// @throws java.util.NoSuchElementException for an amount
  DoseRate rate(BodyWeight weight, Moiety moiety) {
    return new DoseRate(forWeight(weight).multiply(hourly.orElseThrow()), moiety);
  }

  private BigDecimal forWeight(BodyWeight weight) {
    return perKilogram ? milligrams.multiply(weight.kilograms()) : milligrams;
  }

  private static BigDecimal milligramsIn(String unit, String whole) {
    return switch (unit) {
      case "mg" -> BigDecimal.ONE;
      case "mcg", "ug", "µg", "μg" -> new BigDecimal("0.001");
      case "g" -> BigDecimal.valueOf(1000);
      case "" ->
          throw new Unclear("'" + whole + "': of what? Say mg, mg/kg, mg/h, mg/kg/h or mcg/kg/min");
      case "ml" ->
          throw new Unclear(
              "'" + whole + "': mL say nothing without the strength; say the dose in mg");
      default -> throw unknown(unit, whole);
    };
  }

  private static BigDecimal perHour(String unit, SpokenNumber said, String whole) {
    return switch (unit) {
      case "h", "hr", "hour" -> BigDecimal.ONE;
      case "min", "minute" -> BigDecimal.valueOf(60);
      case "d", "day" ->
          throw new Unclear("'" + whole + "': a rate is said for each h or min, not for each day");
      default -> throw unknown(said.unit(), whole);
    };
  }

  private static Unclear unknown(String unit, String whole) {
    return new Unclear(
        "'"
            + whole
            + "': '"
            + unit
            + "' is no unit of a dose; say mg, mg/kg, mg/h, mg/kg/h or mcg/kg/min");
  }
}

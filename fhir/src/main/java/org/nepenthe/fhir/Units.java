package org.nepenthe.fhir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.fhir.ucum.UcumEssenceService;
import org.fhir.ucum.UcumException;

/// Units by the Unified Code for Units of Measure.
final class Units {
  static final String UCUM = "http://unitsofmeasure.org";

  private static final MathContext PRECISION = new MathContext(20);
  private static final MathContext FACTOR_PRECISION = new MathContext(30);

  /// What senders write instead of the UCUM code. Named so that the refusal can say what to send;
  /// none of them is ever read.
  private static final Map<String, String> OFTEN_MEANT =
      Map.ofEntries(
          Map.entry("lb", "[lb_av]"),
          Map.entry("lbs", "[lb_av]"),
          Map.entry("bpm", "/min"),
          Map.entry("mcg", "ug"),
          Map.entry("mcg/kg/min", "ug/kg/min"),
          Map.entry("mcg/mL", "ug/mL"),
          Map.entry("mcg/L", "ug/L"),
          Map.entry("mmHg", "mm[Hg]"),
          Map.entry("in", "[in_i]"),
          Map.entry("mg/hr", "mg/h"),
          Map.entry("cc", "mL"),
          Map.entry("cc/h", "mL/h"),
          Map.entry("F", "[degF]"),
          Map.entry("C", "Cel"));

  private final UcumEssenceService ucum;
  private final ExactFactor factors;
  private final Map<String, Boolean> known = new ConcurrentHashMap<>();
  private final Map<String, Optional<BigDecimal>> conversions = new ConcurrentHashMap<>();

  Units() {
    try (var essence = UcumEssenceService.class.getResourceAsStream("/ucum-essence.xml")) {
      if (essence == null) {
        throw new IllegalStateException("ucum-essence.xml is not on the class path");
      }
      ucum = new UcumEssenceService(essence);
      factors = new ExactFactor(ucum.getModel());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (UcumException e) {
      throw new IllegalStateException("the UCUM definitions cannot be read", e);
    }
  }

  boolean knows(String unit) {
    return !unit.isBlank() && known.computeIfAbsent(unit, u -> ucum.validate(u) == null);
  }

  /// The UCUM code the sender probably meant.
  static Optional<String> oftenMeantBy(String unit) {
    return Optional.ofNullable(OFTEN_MEANT.get(unit));
  }

  /// The value in another unit; empty where the two do not measure the same thing.
  Optional<BigDecimal> convert(BigDecimal value, String from, String to) {
    if (from.equals(to)) {
      return Optional.of(value);
    }
    if (from.equals("[degF]") && to.equals("Cel")) {
      return Optional.of(celsius(value));
    }
    return conversions
        .computeIfAbsent(from + " " + to, _ -> factor(from, to))
        .map(factor -> tidy(value.multiply(factor)));
  }

  private Optional<BigDecimal> factor(String from, String to) {
    try {
      return ucum.isComparable(from, to)
          ? Optional.of(factors.of(from).divide(factors.of(to), FACTOR_PRECISION))
          : Optional.empty();
    } catch (UcumException cannot) {
      return Optional.empty();
    }
  }

  /// The scale has an offset, which the UCUM library does not convert.
  private static BigDecimal celsius(BigDecimal fahrenheit) {
    return tidy(
        fahrenheit
            .subtract(BigDecimal.valueOf(32))
            .multiply(BigDecimal.valueOf(5))
            .divide(BigDecimal.valueOf(9), PRECISION));
  }

  private static BigDecimal tidy(BigDecimal number) {
    var rounded = number.round(PRECISION).stripTrailingZeros();
    return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
  }
}

package org.nepenthe.care.planning.order;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import org.nepenthe.care.chart.Identity.Sex;
import org.nepenthe.knowledge.Values;
import org.nepenthe.quantity.BodyWeight;

/// Height and sex, from which the ideal and the adjusted body weight follow.
///
/// @param centimetres body height in cm; empty where nobody measured it
public record BodySize(Optional<BigDecimal> centimetres, Sex sex) {
  public static final BodySize NOT_KNOWN = new BodySize(Optional.empty(), Sex.NOT_KNOWN);

  private static final BigDecimal CENTIMETRES_IN_A_METRE = BigDecimal.valueOf(100);
  private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

  public BodySize {
    centimetres.ifPresent(height -> {
      if (height.signum() <= 0) {
        throw new IllegalArgumentException("body height must be above 0 cm, was " + height + " cm");
      }
    });
  }

  /// Ideal body weight by Devine's formula; empty where height or sex is not known or the height is
  /// outside of the formula.
  public Optional<BodyWeight> ideal(Values formula) {
    var base =
        switch (sex) {
          case MALE -> Optional.of(formula.amount("base-male").in("kg"));
          case FEMALE -> Optional.of(formula.amount("base-female").in("kg"));
          case OTHER, NOT_KNOWN -> Optional.<BigDecimal>empty();
        };
    var least = formula.amount("from-height");
    return base.flatMap(kilograms ->
        centimetres
            .filter(height -> !least.isBreachedBy(height))
            .map(height -> new BodyWeight(kilograms.add(forHeight(height, formula)))));
  }

  private static BigDecimal forHeight(BigDecimal height, Values formula) {
    var inches =
        height
            .subtract(formula.amount("from-height").in("cm"))
            .divide(formula.amount("centimetres-in-an-inch").in("cm"), MathContext.DECIMAL64);
    return inches.multiply(formula.amount("for-each-inch").in("kg"));
  }

  /// Ideal weight and a share of what the actual weight is above it; the actual weight where it is
  /// not above.
  public Optional<BodyWeight> adjusted(BodyWeight actual, Values formula) {
    return ideal(formula)
        .map(ideal -> {
          var above = actual.kilograms().subtract(ideal.kilograms());
          var share = formula.amount("adjusted-share").in("1");
          var adjusted = ideal.kilograms().add(above.multiply(share));
          return new BodyWeight(adjusted.min(actual.kilograms()));
        });
  }

  /// How far the actual weight is above the ideal, in percent of the ideal; negative below it.
  public Optional<BigDecimal> percentAboveIdeal(BodyWeight actual, Values formula) {
    return ideal(formula)
        .map(ideal ->
            actual
                .kilograms()
                .subtract(ideal.kilograms())
                .multiply(PERCENT)
                .divide(ideal.kilograms(), MathContext.DECIMAL64));
  }

  /// Body mass index, UCUM `kg/m2`.
  public Optional<BigDecimal> massIndex(BodyWeight actual) {
    return centimetres.map(height -> {
      var metres = height.divide(CENTIMETRES_IN_A_METRE);
      return actual.kilograms().divide(metres.multiply(metres), MathContext.DECIMAL64);
    });
  }
}

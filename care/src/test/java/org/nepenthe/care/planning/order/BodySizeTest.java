package org.nepenthe.care.planning.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nepenthe.care.chart.Identity.Sex;
import org.nepenthe.care.planning.protocol.PlanningKnowledge;
import org.nepenthe.evidence.Verifies;
import org.nepenthe.knowledge.KnowledgeBase;
import org.nepenthe.knowledge.Values;
import org.nepenthe.quantity.BodyWeight;

/// Ideal and adjusted weight against two worked examples published on worldlycalc.com (a man of
/// 70 in: 73 kg; a woman of 66 in: 59.3 kg), the rest by hand from Devine's formula. Tolerance
/// 0.05 kg, as the examples have one decimal.
class BodySizeTest {
  private static final KnowledgeBase KNOWLEDGE = KnowledgeBase.shipped();
  private static final Values FORMULA =
      new PlanningKnowledge(KNOWLEDGE, LocalDate.of(2026, 11, 22)).weightFormula();

  @Verifies("H09")
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # sex, cm, actual kg, ideal kg, adjusted kg
          MALE, 177.8, 73, 73, 73
          FEMALE, 167.64, 59.3, 59.3, 59.3
          # 59.3 + 0.4 x (120 - 59.3) = 83.58
          FEMALE, 167.64, 120, 59.3, 83.58
          MALE, 152.4, 100, 50, 70
          # below the ideal, the actual weight is kept
          MALE, 177.8, 60, 73, 60
          """)
  void idealAndAdjustedWeight(
      Sex sex, String centimetres, String kilograms, double ideal, double adjusted) {
    var size = new BodySize(Optional.of(new BigDecimal(centimetres)), sex);
    var actual = BodyWeight.ofKilograms(kilograms);

    assertThat(size.ideal(FORMULA).orElseThrow().asDouble()).isCloseTo(ideal, within(0.05));
    assertThat(size.adjusted(actual, FORMULA).orElseThrow().asDouble())
        .isCloseTo(adjusted, within(0.05));
  }

  @Verifies("H09")
  @ParameterizedTest
  @CsvSource({"MALE, 152.39", "NOT_KNOWN, 170", "OTHER, 170", "FEMALE,"})
  void whatCannotBeComputedIsEmpty(Sex sex, BigDecimal centimetres) {
    var size = new BodySize(Optional.ofNullable(centimetres), sex);

    assertThat(size.ideal(FORMULA)).isEmpty();
    assertThat(size.adjusted(BodyWeight.ofKilograms("90"), FORMULA)).isEmpty();
  }
}

package org.nepenthe.knowledge.medicine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nepenthe.knowledge.KnowledgeBase;

/// The factors and the worked examples of the CDC guideline of 2022, as its table prints them.
/// Exact decimal arithmetic: no tolerance.
class OpioidFactorTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
  private static final KnowledgeBase BASE = KnowledgeBase.shipped();

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # opioid of the table,     amount, equivalents
          codeine,                      100, 15
          'fentanyl, transdermal',       25, 60
          hydrocodone,                   20, 20
          hydromorphone,                  8, 40
          methadone,                     10, 47
          morphine,                      30, 30
          oxycodone,                     20, 30
          oxymorphone,                   10, 30
          tapentadol,                   100, 40
          tramadol,                     100, 20
          """)
  void theTableOfTheGuideline(String opioid, BigDecimal amount, BigDecimal equivalents) {
    var found =
        OpioidFactor.convertible(BASE, DAY).stream()
            .filter(each -> each.opioid().equals(opioid))
            .findFirst()
            .orElseThrow();
    assertThat(found.equivalents(amount)).isEqualByComparingTo(equivalents);
  }

  @Test
  void theTableHasTenOpioids() {
    assertThat(OpioidFactor.convertible(BASE, DAY)).hasSize(10);
  }

  /// Fentanyl has a factor through the skin and none by any other way; buprenorphine has none.
  @Test
  void whatHasNoFactorSaysWhy() {
    assertThat(OpioidFactor.forCode(BASE, DAY, "4337"))
        .hasSize(2)
        .anySatisfy(each -> assertThat(each).isInstanceOf(OpioidFactor.NotConvertible.class))
        .anySatisfy(each -> assertThat(each).isInstanceOf(OpioidFactor.Convertible.class));
    assertThat(OpioidFactor.forCode(BASE, DAY, "1819"))
        .singleElement()
        .isInstanceOfSatisfying(
            OpioidFactor.NotConvertible.class, each -> assertThat(each.why()).isNotEmpty());
    assertThat(OpioidFactor.forCode(BASE, DAY, "no such code")).isEmpty();
  }

  /// A patch that delivers 25 mcg an hour is counted by the hour, not by its content.
  @Test
  void aProductBringsItsContent() {
    var patch = OpioidFactor.forCode(BASE, DAY, "245134").getFirst();
    assertThat(OpioidFactor.product(patch, "245134"))
        .hasValueSatisfying(
            product -> assertThat(product.contains().in("ug/h")).isEqualByComparingTo("25"));
  }

  @Test
  void aNegativeAmountIsRefused() {
    var morphine =
        OpioidFactor.convertible(BASE, DAY).stream()
            .filter(each -> each.opioid().equals("morphine"))
            .findFirst()
            .orElseThrow();
    assertThatThrownBy(() -> morphine.equivalents(new BigDecimal("-1")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("morphine")
        .hasMessageContaining("mg")
        .hasMessageContaining("-1");
  }
}

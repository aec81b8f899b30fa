package org.nepenthe.care.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nepenthe.care.decision.Verdict;

/// Numbers that make no sense are neither divided by nor believed.
class ScreeningGuardsTest {
  /// A limit of normal of 0 says nothing; of 40 U/L, three times is 120 U/L.
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # ALT U/L, upper limit of normal, said to have been raised
          150, 0, false
          150, -, false
          119, 40, false
          120, 40, true
          """)
  void anOldEnzymeWasRaisedOnlyAgainstALimitThatIsOne(String value, String limit, boolean raised) {
    var old = Case.NOW.minus(Duration.ofDays(100));
    var verdict = Case.healthy().laboratory("1742-6", value, limit, old).verdict("SCR-LIV-03");
    assertThat(verdict.observed().contains("was markedly raised then")).isEqualTo(raised);
  }

  @Test
  void twoWeightsOfNothingAreNoContradictionAndNoFault() {
    var earlier = Case.NOW.minus(Duration.ofHours(5));
    var verdict =
        Case.healthy()
            .measured("29463-7", "0", "kg", earlier)
            .measured("29463-7", "0", "kg", earlier.plusSeconds(60))
            .verdict("SCR-CON-01");
    assertThat(verdict).isInstanceOf(Verdict.NotMet.class);
  }
}

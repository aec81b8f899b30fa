package org.nepenthe.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What an entry says, on which day, and in which words.
class EntryTest {
  private static final String FILE = "infusion/INF-XX-01.yaml";
  private static final LocalDate DAY = LocalDate.of(2026, 5, 10);

  @ParameterizedTest
  @CsvSource({
    "2025-12-31, false",
    "2026-01-01, true",
    "2026-06-30, true",
    "2026-07-01, false",
  })
  void anEntryHoldsFromItsFirstDayToTheDayBeforeItsEnd(LocalDate day, boolean holds) {
    var entry =
        new SmallBase()
            .replacing(
                FILE, "effective: 2026-01-01", "effective: 2026-01-01\n    until: 2026-07-01")
            .load()
            .entry("INF-XX-01");
    assertThat(entry.on(day).isPresent()).isEqualTo(holds);
  }

  @Test
  void aRetiredEntryHoldsOnNoDay() {
    var entry =
        new SmallBase()
            .replacing(FILE, "status: draft", "status: retired")
            .load()
            .entry("INF-XX-01");
    assertThat(entry.on(DAY)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          >  | 998.9 | false
          >  | 999   | false
          >  | 999.1 | true
          >= | 998.9 | false
          >= | 999.0 | true
          <  | 998.9 | true
          <  | 999   | false
          <= | 999   | true
          <= | 999.1 | false
          """)
  void aLimitSaysOnWhichSideItIsBreached(String sign, BigDecimal observed, boolean breached) {
    var values = values(new SmallBase().replacing(FILE, "\">\"", '"' + sign + '"'));
    assertThat(values.amount("ceiling").isBreachedBy(observed)).isEqualTo(breached);
  }

  @Test
  void anAmountIsWrittenWithItsSideAndUnit() {
    assertThat(values(new SmallBase()).amount("ceiling").words()).isEqualTo("above 999 mmHg");
  }

  /// ISMP: a zero before the point, none after the last digit, a comma from 1,000.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          .5      | 0.5
          1.0     | 1
          0.350   | 0.35
          999     | 999
          1000    | 1,000
          12345.60| 12,345.6
          100     | 100
          """)
  void numbersAreWrittenAsAPrescriptionWritesThem(BigDecimal number, String written) {
    assertThat(Range.written(number)).isEqualTo(written);
  }

  @Test
  void aNumberOfAnotherUnitIsNotHandedOut() {
    var ceiling = values(new SmallBase()).amount("ceiling");
    assertThat(ceiling.in("mm[Hg]")).isEqualByComparingTo("999");
    assertThatThrownBy(() -> ceiling.in("kPa")).hasMessageContaining("kPa");
    assertThatThrownBy(ceiling::duration).hasMessageContaining("span of time");
  }

  @Test
  void anUnverifiedNumberCarriesItsRemarkAndOneThatIsOffIsNotHandedOut() {
    var unverified = new SmallBase().replacing(FILE, "read: secondary", "read: unverified");
    var toConfirm =
        values(unverified.replacing(FILE, "\">\" }", "\">\", use: site-must-confirm }"));
    assertThat(toConfirm.amount("ceiling").words())
        .isEqualTo("above 999 mmHg (the site must confirm this)");
    assertThat(toConfirm.amountInForce("ceiling")).isEmpty();

    var off = values(unverified.replacing(FILE, "use: site-must-confirm", "use: off"));
    assertThatThrownBy(() -> off.amount("ceiling")).isInstanceOf(IllegalStateException.class);
    assertThat(off.setting("ceiling").value()).isEqualByComparingTo("999");
  }

  @Test
  void anItemOfAListHasItsOwnEvidenceOrThatAroundIt() {
    var values =
        values(
            new SmallBase()
                .replacing(
                    FILE,
                    "    evidence:\n",
                    """
                        steps:
                          - floor: { value: 1, unit: "mm[Hg]" }
                          - floor: { value: 2, unit: "mm[Hg]" }
                            evidence:
                              citation: example-2020
                              source-type: trial
                              strength: none
                              certainty: low
                              read: abstract
                              says: Of its own.
                              deviation: none
                        evidence:
                    """));
    assertThat(values.groups("steps"))
        .extracting(step -> step.evidence().getFirst().says())
        .containsExactly("Made up.", "Of its own.");
  }

  @Test
  void aKeyOfAnotherTypeIsAMistakeOfTheCaller() {
    var values = values(new SmallBase());
    assertThatThrownBy(() -> values.text("ceiling")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> values.text("nothing")).isInstanceOf(IllegalArgumentException.class);
    assertThat(values.findText("note")).isEqualTo(Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({"s, PT90S", "min, PT90M", "h, PT90H", "d, P90D", "wk, P630D"})
  void aSpanOfTimeIsADuration(String unit, Duration duration) {
    var base =
        new SmallBase()
            .with("units.yaml", unit + ": { shown: x, meaning: a unit of time }\n")
            .replacing(FILE, "value: 999, unit: \"mm[Hg]\"", "value: 90, unit: \"" + unit + "\"");
    assertThat(values(base).amount("ceiling").duration()).isEqualTo(duration);
  }

  private static Values values(SmallBase base) {
    return base.load().entry("INF-XX-01").on(DAY).orElseThrow();
  }
}

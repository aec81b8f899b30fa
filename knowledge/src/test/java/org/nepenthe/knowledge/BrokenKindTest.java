package org.nepenthe.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nepenthe.evidence.BrokenFile;

/// What a kind can demand beside its fields: a number in certain units, and exactly one of several
/// fields. The lines are counted by hand.
class BrokenKindTest {
  private static final String AREA = "infusion/area.yaml";
  private static final String FILE = "infusion/INF-XX-01.yaml";

  /// A made-up regimen: a rate in mg/h, and either what it is ordered as or why it is not.
  private static SmallBase base() {
    return new SmallBase()
        .with(
            "units.yaml",
            """
            mg/h: { shown: mg/h, meaning: milligram per hour }
            mg/kg/h: { shown: mg/kg/h, meaning: milligram per kilogram and hour }
            """)
        .with(
            AREA,
            """
            title: Infusion
            about: Made up.
            kinds:
              limit:
                rate: { amount-in: [mg/h] }
                span?: { range-in: [mg/h] }
                ordered-as?: text
                not-ordered?: text
                exactly-one-of: [[ordered-as, not-ordered]]
            files:
              - INF-XX-01.yaml
            """)
        .replacing(
            FILE,
            "ceiling: { value: 999, unit: \"mm[Hg]\", breached-when: \">\" }",
            "rate: { value: 9, unit: mg/h }\n    not-ordered: Made up.");
  }

  @Test
  void theUnbrokenKindLoads() {
    assertThat(base().load().entry("INF-XX-01").periods()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # piece of the entry      | replaced by                                  | line | message names
          unit: mg/h                | unit: mg/kg/h                                | 7    | expected a unit of [mg/h]
          not-ordered: Made up.     | span: { from: 1, to: 2, unit: mg/kg/h }      | 8    | expected a unit of [mg/h]
          not-ordered: Made up.     | span: { from: 1, to: 2, unit: mg/h }         | 6    | exactly one of
          rate: { value: 9, unit: mg/h } | rate: { value: 9, unit: mg/h }, x: 1    | 7    | not YAML
          """)
  void aBrokenEntryIsRefusedWithItsLine(String piece, String by, int line, String names) {
    assertThatThrownBy(base().replacing(FILE, piece, by)::load)
        .isInstanceOf(BrokenFile.class)
        .hasMessageStartingWith("knowledge/" + FILE + ":" + line + ": ")
        .hasMessageContaining(names);
  }

  @Test
  void bothOfTwoThatExcludeEachOtherAreRefused() {
    assertThatThrownBy(
            base().replacing(FILE, "    not-ordered:", "    ordered-as: X\n    not-ordered:")::load)
        .isInstanceOf(BrokenFile.class)
        .hasMessageContaining("found [ordered-as, not-ordered]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # piece of the declaration            | replaced by                                      | line | message names
          [[ordered-as, not-ordered]]           | [[ordered-as, rate]]                             | 9    | no optional field of this kind
          [[ordered-as, not-ordered]]           | [[ordered-as, nothing]]                          | 9    | no optional field of this kind
          rate: { amount-in: [mg/h] }           | rate: { amount-in: [mg/h], range-in: [mg/h] }    | 5    | one type
          rate: { amount-in: [mg/h] }           | rate: { number-in: [mg/h] }                      | 5    | number-in
          """)
  void aBrokenDeclarationIsRefusedWithItsLine(String piece, String by, int line, String names) {
    assertThatThrownBy(base().replacing(AREA, piece, by)::load)
        .isInstanceOf(BrokenFile.class)
        .hasMessageStartingWith("knowledge/" + AREA + ":" + line + ": ")
        .hasMessageContaining(names);
  }
}

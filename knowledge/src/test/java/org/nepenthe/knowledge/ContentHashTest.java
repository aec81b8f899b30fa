package org.nepenthe.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nepenthe.evidence.Verifies;

/// The hash changes with every word and number, and with nothing else.
class ContentHashTest {
  private static final String FILE = "infusion/INF-XX-01.yaml";

  @Test
  @Verifies("H33")
  void theSameContentHasTheSameHash() {
    assertThat(new SmallBase().load().contentHash())
        .isEqualTo(new SmallBase().load().contentHash())
        .matches("[0-9a-f]{64}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          infusion/INF-XX-01.yaml | title: A limit made up for tests | title: "A limit made up for tests"   # quoted
          infusion/INF-XX-01.yaml | status: draft                    | status:   draft
          citations.yaml          | example-2020:                    | "example-2020":
          """)
  void layoutAndQuotingDoNotCount(String file, String piece, String by) {
    assertThat(new SmallBase().replacing(file, piece, by).load().contentHash())
        .isEqualTo(new SmallBase().load().contentHash());
  }

  @Test
  void orderOfKeysDoesNotCount() {
    var swapped =
        new SmallBase().replacing(FILE, "kind: limit\nstatus: draft", "status: draft\nkind: limit");
    assertThat(swapped.load().contentHash()).isEqualTo(new SmallBase().load().contentHash());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          infusion/INF-XX-01.yaml | value: 999       | value: 998
          infusion/INF-XX-01.yaml | value: 999       | value: 999.0
          infusion/INF-XX-01.yaml | status: draft    | status: reviewed
          infusion/INF-XX-01.yaml | says: Made up.   | says: Made up
          citations.yaml          | made-up          | made up
          knowledge.yaml          | version: test    | version: test 2
          units.yaml              | shown: mmHg      | shown: mm Hg
          infusion/area.yaml      | note?: text      | note?: texts
          """)
  @Verifies("H33")
  void everyWordAndNumberCounts(String file, String piece, String by) {
    assertThat(new SmallBase().replacing(file, piece, by).load().contentHash())
        .isNotEqualTo(new SmallBase().load().contentHash());
  }
}

package org.nepenthe.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nepenthe.evidence.BrokenFile;

/// A broken base is refused whole, with the file, the line and the reason. The lines are counted by
/// hand in the files of [SmallBase].
class BrokenKnowledgeTest {
  private static final String FILE = "infusion/INF-XX-01.yaml";

  @Test
  void theUnbrokenBaseLoads() {
    assertThat(new SmallBase().load().entry("INF-XX-01").title())
        .isEqualTo("A limit made up for tests");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # piece of the entry              | replaced by                        | line | message names
          title: A limit made up for tests  | titel: A limit                     | 2    | titel
          title: A limit made up for tests  | id: INF-XX-01                      | 2    | stands twice
          kind: limit                       | kind: unheard-of                   | 3    | unheard-of
          status: draft                     | status: approvd                    | 4    | approvd
          id: INF-XX-01                     | id: INF-XX-02                      | 1    | INF-XX-02
          effective: 2026-01-01             | effective: 2026-13-01              | 6    | 2026-13-01
          effective: 2026-01-01             | effective: 2026-01-01, until: x    | 6    | not YAML
          value: 999                        | value: many                        | 7    | many
          mm[Hg]                            | mmHg                               | 7    | mmHg
          breached-when: ">"                | breached-when: over                | 7    | over
          breached-when: ">"                | when: ">"                          | 7    | when
          value: 999,                       | value: 999, value: 998,            | 7    | stands twice
          ceiling:                          | celing:                            | 7    | celing
          citation: example-2020            | citation: example-2021             | 9    | example-2021
          source-type: guideline            | source-type: hearsay               | 10   | hearsay
          strength: B                       | strength: E                        | 11   | 'E'
          certainty: low                    | certainty: sure                    | 12   | sure
          read: secondary                   | read: skimmed                      | 13   | skimmed
          says: Made up.                    | sais: Made up.                     | 14   | sais
          read: secondary                   | read: unverified                   | 7    | cannot be in force
          """)
  void aBrokenEntryIsRefusedWithItsLine(String piece, String by, int line, String names) {
    var base = new SmallBase().replacing(FILE, piece, by);
    assertThatThrownBy(base::load)
        .isInstanceOf(BrokenFile.class)
        .hasMessageStartingWith("knowledge/" + FILE + ":" + line + ": ")
        .hasMessageContaining(names);
  }

  @Test
  void aValueWithoutEvidenceIsRefused() {
    var entry = SmallBase.ENTRY.substring(0, SmallBase.ENTRY.indexOf("    evidence:"));
    assertThatThrownBy(new SmallBase().with(FILE, entry)::load)
        .isInstanceOf(BrokenFile.class)
        .hasMessage("knowledge/" + FILE + ":6: key 'evidence' is missing");
  }

  @Test
  void anEmptyListOfEvidenceIsRefused() {
    var entry = SmallBase.ENTRY.substring(0, SmallBase.ENTRY.indexOf("    evidence:"));
    assertThatThrownBy(new SmallBase().with(FILE, entry + "    evidence: []\n")::load)
        .isInstanceOf(BrokenFile.class)
        .hasMessageStartingWith("knowledge/" + FILE + ":8: ");
  }

  @Test
  void aMissingFieldOfTheKindIsRefused() {
    assertThatThrownBy(
            new SmallBase()
                    .replacing(
                        FILE,
                        "ceiling: { value: 999, unit: \"mm[Hg]\", breached-when: \">\" }",
                        "note: none of it")
                ::load)
        .isInstanceOf(BrokenFile.class)
        .hasMessage("knowledge/" + FILE + ":6: key 'ceiling' is missing");
  }

  /// The second period begins on the last day of the first, or the first never ends.
  @ParameterizedTest
  @CsvSource({"2027-01-02", "2026-01-01", "2026-06-01"})
  void overlappingPeriodsAreRefused(String secondFrom) {
    assertThatThrownBy(twoPeriods("until: 2027-01-03", secondFrom)::load)
        .isInstanceOf(BrokenFile.class)
        .hasMessageContaining("knowledge/" + FILE + ":17: this period overlaps");
    assertThatThrownBy(twoPeriods("note: open end", secondFrom)::load)
        .isInstanceOf(BrokenFile.class)
        .hasMessageContaining("overlaps");
  }

  @Test
  void periodsThatMeetAreNoOverlap() {
    var entry = twoPeriods("until: 2027-01-03", "2027-01-03").load().entry("INF-XX-01");
    assertThat(entry.periods()).hasSize(2);
  }

  /// Adds a line to the first period and a second period after it.
  private static SmallBase twoPeriods(String line, String secondFrom) {
    var first = SmallBase.ENTRY.replace("    ceiling:", "    " + line + "\n    ceiling:");
    var second =
        SmallBase.ENTRY
            .substring(SmallBase.ENTRY.indexOf("  - effective:"))
            .replace("2026-01-01", secondFrom);
    return new SmallBase().with(FILE, first + second);
  }

  @Test
  void aPeriodThatEndsBeforeItBeginsIsRefused() {
    assertThatThrownBy(
            new SmallBase()
                    .replacing(
                        FILE,
                        "effective: 2026-01-01",
                        "effective: 2026-01-01\n    until: 2025-12-31")
                ::load)
        .isInstanceOf(BrokenFile.class)
        .hasMessageStartingWith("knowledge/" + FILE + ":7: ");
  }

  @Test
  void aCitationNobodyUsesIsRefused() {
    assertThatThrownBy(
            new SmallBase()
                    .with(
                        "citations.yaml",
                        """
                        example-2020:
                          text: Example A. A made-up paper. 2020
                        orphan-1999:
                          text: Orphan B. Cited by nobody. 1999
                        """)
                ::load)
        .isInstanceOf(BrokenFile.class)
        .hasMessage("knowledge/citations.yaml:4: nothing cites 'orphan-1999'");
  }

  @Test
  void aReferenceToNothingIsRefused() {
    assertThatThrownBy(
            new SmallBase().replacing(FILE, "    evidence:", "    see: [INF-XX-99]\n    evidence:")
                ::load)
        .isInstanceOf(BrokenFile.class)
        .hasMessage("knowledge/" + FILE + ":8: no entry has the id 'INF-XX-99'");
  }

  @Test
  void aChoiceOutsideTheKindIsRefused() {
    assertThatThrownBy(
            new SmallBase().replacing(FILE, "    evidence:", "    side: middle\n    evidence:")
                ::load)
        .isInstanceOf(BrokenFile.class)
        .hasMessageStartingWith("knowledge/" + FILE + ":8: expected one of [left, right]");
  }

  @Test
  void aFileThatIsListedButMissingIsRefusedWhereItIsListed() {
    assertThatThrownBy(new SmallBase().without(FILE)::load)
        .isInstanceOf(BrokenFile.class)
        .hasMessageStartingWith("knowledge/infusion/area.yaml:11: cannot be read");
  }

  @Test
  void aFileListedTwiceIsRefused() {
    assertThatThrownBy(
            new SmallBase()
                    .replacing(
                        "infusion/area.yaml",
                        "  - INF-XX-01.yaml",
                        "  - INF-XX-01.yaml\n  - INF-XX-01.yaml")
                ::load)
        .isInstanceOf(BrokenFile.class)
        .hasMessageStartingWith("knowledge/infusion/area.yaml:12: ");
  }

  @Test
  void anEmptyFileAndSomethingThatIsNotYamlAreRefused() {
    assertThatThrownBy(new SmallBase().with(FILE, "")::load)
        .isInstanceOf(BrokenFile.class)
        .hasMessageContaining(FILE + ":1: the file is empty");
    assertThatThrownBy(new SmallBase().with(FILE, "id: [")::load)
        .isInstanceOf(BrokenFile.class)
        .hasMessageContaining(FILE);
  }
}

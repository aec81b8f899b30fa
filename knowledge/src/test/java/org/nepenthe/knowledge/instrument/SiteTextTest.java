package org.nepenthe.knowledge.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nepenthe.evidence.BrokenFile;
import org.nepenthe.knowledge.KnowledgeBase;

/// The text a site puts in is read strictly: a broken file is refused with file and line.
class SiteTextTest {
  private static final List<InstrumentCard> CARDS =
      InstrumentCard.all(KnowledgeBase.shipped(), LocalDate.of(2026, 11, 22));
  private static final String FILE =
      """
      instrument: INS-CADSS6
      permission: made up for this test
      items:
        item-1: one
        item-2: two
        item-6: three
        item-7: four
        item-15: five
        item-22: six
      """;

  private static SiteText read(String content) {
    return SiteText.read(
        "cadss.yaml", new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)), CARDS);
  }

  @Test
  void theTextComesWithItsPermission() {
    var text = read(FILE);
    assertThat(text.instrument()).isEqualTo("INS-CADSS6");
    assertThat(text.permission()).isEqualTo("made up for this test");
    assertThat(text.items()).hasSize(6).containsEntry("item-22", "six");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # piece                             | replaced by             | line | message names
          instrument: INS-CADSS6              | instrument: INS-NOTHING | 1    | INS-NOTHING
          instrument: INS-CADSS6              | instrument: INS-PHQ9    | 1    | shipped already
          permission: made up for this test   | licence: mine           | 2    | licence
          item-22: six                        | item-23: six            | 4    | has the items
          item-15: five                       | item-7: five            | 8    | stands twice
          """)
  void aBrokenTextIsRefusedWithItsLine(String piece, String by, int line, String names) {
    assertThat(FILE).contains(piece);
    assertThatThrownBy(() -> read(FILE.replace(piece, by)))
        .isInstanceOf(BrokenFile.class)
        .hasMessageStartingWith("cadss.yaml:" + line + ": ")
        .hasMessageContaining(names);
  }
}

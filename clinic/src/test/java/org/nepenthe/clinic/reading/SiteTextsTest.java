package org.nepenthe.clinic.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nepenthe.evidence.BrokenFile;
import org.nepenthe.knowledge.KnowledgeBase;
import org.nepenthe.knowledge.instrument.InstrumentCard;

/// Where a site puts the text of instruments that may not be shipped.
class SiteTextsTest {
  private static final List<InstrumentCard> CARDS =
      InstrumentCard.all(KnowledgeBase.shipped(), LocalDate.of(2026, 11, 22));
  private static final String LANSS =
      "instrument: INS-LANSS\npermission: made up\nitems:\n  first: one\n";

  @TempDir Path folder;

  @Test
  void aFolderThatIsNotThereHoldsNothing() {
    assertThat(SiteTexts.below(folder.resolve("none"), CARDS).byInstrument()).isEmpty();
  }

  @Test
  void whatTheSitePutInIsFound() throws IOException {
    Files.writeString(folder.resolve("lanss.yaml"), LANSS);
    Files.writeString(folder.resolve("letter.txt"), "not a text of an instrument");
    assertThat(SiteTexts.below(folder, CARDS).of("INS-LANSS"))
        .hasValueSatisfying(text -> assertThat(text.items()).containsEntry("first", "one"));
  }

  @Test
  void aBrokenFileOrASecondOneForTheSameInstrumentIsRefused() throws IOException {
    Files.writeString(folder.resolve("a.yaml"), LANSS);
    Files.writeString(folder.resolve("b.yaml"), LANSS);
    assertThatThrownBy(() -> SiteTexts.below(folder, CARDS))
        .isInstanceOf(BrokenFile.class)
        .hasMessageStartingWith("instruments/b.yaml:1: ");
    Files.writeString(folder.resolve("b.yaml"), "instrument: INS-LANSS\n");
    assertThatThrownBy(() -> SiteTexts.below(folder, CARDS))
        .isInstanceOf(BrokenFile.class)
        .hasMessageContaining("instruments/b.yaml");
  }
}

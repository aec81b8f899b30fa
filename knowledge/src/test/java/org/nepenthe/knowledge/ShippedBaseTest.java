package org.nepenthe.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.nepenthe.evidence.Evidence;

/// The base this module ships.
class ShippedBaseTest {
  private static final Path FOLDER = Path.of("src/main/resources/knowledge");

  @Test
  void everyEntryShippedIsADraft() {
    assertThat(KnowledgeBase.shipped().entries())
        .isNotEmpty()
        .allSatisfy(entry -> assertThat(entry.status()).as(entry.id()).isEqualTo(Status.DRAFT));
  }

  /// A number nobody could verify decides nothing in silence: it is off, or it says that the site
  /// must confirm it.
  @Test
  void noUnverifiedNumberIsInForce() {
    for (var entry : KnowledgeBase.shipped().entries()) {
      for (var dated : entry.periods()) {
        assertNoneUnverified(entry.id(), dated.values());
      }
    }
  }

  private static void assertNoneUnverified(String id, Values values) {
    for (var field : values.fields().values()) {
      switch (field) {
        case Amount amount ->
            assertThat(
                    amount.inForce() && amount.evidence().stream().allMatch(Evidence::unverified))
                .as(id + " " + amount.words())
                .isFalse();
        case Range range ->
            assertThat(range.inForce() && range.evidence().stream().allMatch(Evidence::unverified))
                .as(id + " " + range.words())
                .isFalse();
        case Field.Groups groups -> groups.items().forEach(item -> assertNoneUnverified(id, item));
        case Field.Text _, Field.Texts _, Field.Choice _, Field.Flag _ -> {}
        case Field.Codes _, Field.References _ -> {}
      }
    }
  }

  /// A file that no area lists would be reviewed by people and read by nobody.
  @Test
  void everyFileInTheFolderIsListed() throws IOException {
    var listed = new TreeSet<String>();
    for (var entry : KnowledgeBase.shipped().entries()) {
      listed.add(entry.area() + "/" + entry.id() + ".yaml");
    }
    var there = new TreeSet<String>();
    try (var files = Files.walk(FOLDER, 2)) {
      files
          .map(FOLDER::relativize)
          .filter(path -> path.getNameCount() == 2 && !path.endsWith("area.yaml"))
          .forEach(path -> there.add(path.toString().replace('\\', '/')));
    }
    assertThat(there).isEqualTo(listed);
  }
}

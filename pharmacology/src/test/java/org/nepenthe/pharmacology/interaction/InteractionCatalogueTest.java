package org.nepenthe.pharmacology.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nepenthe.evidence.BrokenFile;
import org.nepenthe.evidence.YamlNode;
import org.nepenthe.pharmacology.model.ShippedFile;
import org.nepenthe.pharmacology.regimen.Route;

/// Factors as the abstracts print them.
class InteractionCatalogueTest {
  private final InteractionCatalogue shipped = InteractionCatalogue.shipped();

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          clarithromycin,         ORAL,        2.6
          ticlopidine,            ORAL,        2.4
          itraconazole,           ORAL,        1.0
          grapefruit,             ORAL,        3.0
          st-johns-wort,          ORAL,        0.42
          rifampicin-oral,        ORAL,        0.14
          rifampicin-intravenous, INTRAVENOUS, 0.88
          """)
  void exposureIsMultiplied(String id, Route route, double area) {
    var interaction =
        shipped.of(route).stream().filter(i -> i.id().equals(id)).findFirst().orElseThrow();
    assertThat(interaction.area().orElseThrow().typical()).isEqualTo(area);
    assertThat(interaction.advice()).isNotBlank();
  }

  /// A factor by mouth is not offered for a dose into a vein.
  @Test
  void theRouteIsPartOfIt() {
    assertThat(shipped.of(Route.INTRAVENOUS)).noneMatch(i -> i.id().equals("grapefruit"));
    assertThat(shipped.of(Route.INTRAMUSCULAR)).isEmpty();
  }

  @Test
  void whereSourcesDisagreeThereIsAdviceAndNoFactor() {
    assertThat(shipped.interactions())
        .filteredOn(Interaction::conflicting)
        .extracting(Interaction::id)
        .containsExactly("cyp2b6-6", "sex");
    assertThat(shipped.interactions())
        .filteredOn(Interaction::conflicting)
        .allMatch(i -> i.area().isEmpty() && i.peak().isEmpty() && i.evidence().size() >= 2);
  }

  @Test
  void brokenFilesAreRefusedWithFileAndLine() {
    var text =
        "interactions:\n  - { id: x, factor: y, route: oral, analyte: ketamine, advice: a, conflicting: true, evidence: [] }\n";
    var root =
        YamlNode.read("test.yaml", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    assertThatThrownBy(() -> InteractionCatalogue.read(root, ShippedFile.citations()))
        .isInstanceOf(BrokenFile.class)
        .hasMessage("test.yaml:2: expected a source, and both sides of a conflict");
  }
}

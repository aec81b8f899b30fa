package org.nepenthe.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nepenthe.evidence.Citation;

/// Two versions, side by side.
class DifferencesTest {
  private static final String FILE = "infusion/INF-XX-01.yaml";

  @Test
  void theSameKnowledgeHasNone() {
    assertThat(Differences.between(new SmallBase().load(), new SmallBase().load()).none()).isTrue();
  }

  @Test
  void aChangedNumberIsShownOldAndNewWithItsSources() {
    var now = new SmallBase().replacing(FILE, "999", "950").load();
    var changed = Differences.between(new SmallBase().load(), now).changed();
    assertThat(changed)
        .singleElement()
        .satisfies(entry -> {
          assertThat(entry.now().id()).isEqualTo("INF-XX-01");
          assertThat(entry.values())
              .singleElement()
              .satisfies(value -> {
                assertThat(value.what()).isEqualTo("from 2026-01-01: ceiling");
                assertThat(value.before().orElseThrow().words()).isEqualTo("above 999 mmHg");
                assertThat(value.now().orElseThrow().words()).isEqualTo("above 950 mmHg");
                assertThat(value.now().orElseThrow().citations().stream().map(Citation::text))
                    .containsExactly("Example A. A made-up paper. 2020");
              });
        });
  }

  @Test
  void aValueThatCameAndOneThatWentAreShownAsSuch() {
    var with =
        new SmallBase().replacing(FILE, "    evidence:", "    note: New.\n    evidence:").load();
    var without = new SmallBase().load();
    var came = Differences.between(without, with).changed().getFirst().values().getFirst();
    assertThat(came.before()).isEmpty();
    assertThat(came.now().orElseThrow().words()).isEqualTo("New.");
    var went = Differences.between(with, without).changed().getFirst().values().getFirst();
    assertThat(went.now()).isEmpty();
  }

  @Test
  void whatTheSourceIsSaidToSayCounts() {
    var now = new SmallBase().replacing(FILE, "says: Made up.", "says: Made up again.").load();
    assertThat(Differences.between(new SmallBase().load(), now).changed().getFirst().values())
        .extracting(Differences.ChangedValue::what)
        .containsExactly("from 2026-01-01: basis");
  }

  @Test
  void entriesThatCameAndWentAreListed() {
    var other = SmallBase.ENTRY.replace("INF-XX-01", "INF-XX-02");
    var more =
        new SmallBase()
            .with("infusion/INF-XX-02.yaml", other)
            .replacing(
                "infusion/area.yaml",
                "  - INF-XX-01.yaml",
                "  - INF-XX-01.yaml\n  - INF-XX-02.yaml")
            .load();
    var differences = Differences.between(new SmallBase().load(), more);
    assertThat(differences.added().stream().map(Entry::id)).isEqualTo(List.of("INF-XX-02"));
    assertThat(Differences.between(more, new SmallBase().load()).removed().stream().map(Entry::id))
        .isEqualTo(List.of("INF-XX-02"));
    assertThat(differences.changed()).isEmpty();
  }

  @Test
  void aSitesPolicyIsADifferenceLikeAnyOther() {
    var narrowed =
        KnowledgeSnapshot.shipped()
            .narrowedBy(
                """
                site: Riverside
                version: "7"
                changes:
                  - { entry: PLN-CAP-01, value: ceiling, shipped: 2, set: 1.5, reason: Ours. }
                """);
    var changed = Differences.between(KnowledgeBase.shipped(), narrowed.base()).changed();
    assertThat(changed)
        .singleElement()
        .satisfies(entry ->
            assertThat(entry.values())
                .singleElement()
                .satisfies(value ->
                    assertThat(value.now().orElseThrow().words()).isEqualTo("above 1.5 mg/kg/h")));
  }
}

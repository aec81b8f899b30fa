package org.nepenthe.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.nepenthe.evidence.BrokenFile;

/// A snapshot is enough to read its version again.
class KnowledgeSnapshotTest {
  @Test
  void theFilesReadAgainSayTheSame() {
    var shipped = KnowledgeSnapshot.shipped();
    var again = KnowledgeSnapshot.of(new TreeMap<>(shipped.files()));
    assertThat(again.base().contentHash()).isEqualTo(KnowledgeBase.shipped().contentHash());
    assertThat(again.files()).containsKey("screening/SCR-BP-01.yaml");
    assertThat(Differences.between(shipped.base(), again.base()).none()).isTrue();
  }

  @Test
  void aPolicyIsPartOfWhatIsReadAgain() {
    var policy =
        "site: S\nversion: v\nchanges:\n"
            + "  - { entry: INF-XX-01, value: ceiling, shipped: 999, set: 900, reason: R. }\n";
    var narrowed = new SmallBase().snapshot().narrowedBy(policy);
    var again = KnowledgeSnapshot.of(narrowed.files());
    assertThat(again.base().contentHash()).isEqualTo(narrowed.base().contentHash());
    assertThat(again.base().siteChanges()).isEqualTo(narrowed.base().siteChanges()).hasSize(1);
  }

  @Test
  void whatAnotherBaseCanBeReadByHasTheSameKindsFieldsAndEntries() {
    var base = new SmallBase().load();
    assertThat(
            base.sameFormAs(
                new SmallBase().replacing("infusion/INF-XX-01.yaml", "999", "1").load()))
        .isTrue();
    assertThat(
            base.sameFormAs(
                new SmallBase()
                    .replacing("infusion/area.yaml", "note?: text", "note?: texts")
                    .load()))
        .isFalse();
    var renamed =
        new SmallBase()
            .without("infusion/INF-XX-01.yaml")
            .with("infusion/INF-XX-02.yaml", SmallBase.ENTRY.replace("XX-01", "XX-02"))
            .replacing("infusion/area.yaml", "INF-XX-01", "INF-XX-02")
            .load();
    assertThat(base.sameFormAs(renamed)).isFalse();
  }

  @Test
  void aMissingFileIsNamed() {
    var files = new TreeMap<>(new SmallBase().snapshot().files());
    files.remove("infusion/INF-XX-01.yaml");
    assertThatThrownBy(() -> KnowledgeSnapshot.of(files))
        .isInstanceOf(BrokenFile.class)
        .hasMessageContaining("infusion/INF-XX-01.yaml");
  }
}

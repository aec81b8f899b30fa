package org.nepenthe.care.surveillance;

import java.time.LocalDate;
import java.util.List;
import org.nepenthe.evidence.Evidence;
import org.nepenthe.knowledge.Entry;
import org.nepenthe.knowledge.KnowledgeBase;
import org.nepenthe.knowledge.Values;

/// A check that repeated ketamine asks for, as the knowledge base has it.
///
/// @param concepts ids of the concepts whose measurements on the chart count as this check
public record Check(
    String id,
    String title,
    String asks,
    When when,
    String ifAbnormal,
    List<String> concepts,
    List<Evidence> evidence) {
  public Check {
    concepts = List.copyOf(concepts);
    evidence = List.copyOf(evidence);
  }

  /// When it falls due.
  public enum When {
    EACH_INFUSION("with each infusion"),
    EACH_VISIT("at each visit"),
    EACH_COURSE("once in each course"),
    /// No source gives an interval, and none is invented.
    SITE_SETS("no source gives an interval: the site sets it");

    private final String words;

    When(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  public static List<Check> all(KnowledgeBase base, LocalDate day) {
    return base.ofKind("surveillance-check").stream()
        .flatMap(entry -> entry.on(day).map(values -> of(entry, values)).stream())
        .toList();
  }

  private static Check of(Entry entry, Values values) {
    return new Check(
        entry.id(),
        entry.title(),
        values.text("asks"),
        values.choice("when", When.class),
        values.text("if-abnormal"),
        values.references("concepts"),
        values.evidence());
  }
}

package org.nepenthe.care.chart;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.nepenthe.care.decision.Coded;
import org.nepenthe.knowledge.KnowledgeBase;

/// Which codes stand for which clinical concept, as the knowledge base lists them.
public final class Concepts implements Vocabulary {
  /// In this system a code of three characters stands for everything below it as well.
  private static final String ICD_10_CM = "http://hl7.org/fhir/sid/icd-10-cm";

  private static final int CATEGORY_LENGTH = 3;

  private final Map<SystemCode, Set<String>> byCode;

  private record SystemCode(String system, String code) {}

  private Concepts(Map<SystemCode, Set<String>> byCode) {
    this.byCode = byCode;
  }

  /// The concepts that are in force on a day.
  public static Concepts of(KnowledgeBase knowledge, LocalDate day) {
    var byCode = new HashMap<SystemCode, Set<String>>();
    for (var entry : knowledge.ofKind("concept")) {
      entry
          .on(day)
          .ifPresent(values -> {
            for (var code : values.codes("codes")) {
              byCode
                  .computeIfAbsent(new SystemCode(code.system(), code.code()), _ -> new HashSet<>())
                  .add(entry.id());
            }
          });
    }
    return new Concepts(byCode);
  }

  @Override
  public Coded classify(String system, String code, String display) {
    return conceptsOf(system, code).isEmpty()
        ? new Coded.Unrecognised(system, code, display)
        : new Coded.Known(system, code, display);
  }

  /// True where the code stands for one of the concepts. It is looked up as it stands on the chart,
  /// so that a chart taken in before a code was listed gains its meaning.
  public boolean isOneOf(Coded coded, Collection<String> concepts) {
    return conceptsOf(coded.system(), coded.code()).stream().anyMatch(concepts::contains);
  }

  /// True where no concept lists the code: what it means for a rule is not known.
  public boolean isUnmapped(Coded coded) {
    return conceptsOf(coded.system(), coded.code()).isEmpty();
  }

  /// Ids of the concepts the code stands for; empty where nobody mapped it.
  public Set<String> of(Coded coded) {
    return conceptsOf(coded.system(), coded.code());
  }

  private Set<String> conceptsOf(String system, String code) {
    var exact = byCode.getOrDefault(new SystemCode(system, code), Set.of());
    if (!system.equals(ICD_10_CM) || code.length() <= CATEGORY_LENGTH) {
      return exact;
    }
    var category =
        byCode.getOrDefault(new SystemCode(system, code.substring(0, CATEGORY_LENGTH)), Set.of());
    if (category.isEmpty()) {
      return exact;
    }
    var all = new HashSet<>(exact);
    all.addAll(category);
    return all;
  }
}

package org.nepenthe.clinic.screening.paper;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.nepenthe.knowledge.KnowledgeBase;
import org.nepenthe.knowledge.Values;

/// The sentences in which a patient reads what a rule found, as the knowledge has them. They say
/// what the rule says and nothing more; there is no second judgement behind them.
record PlainWords(Map<String, Sentence> byRule, Map<String, String> byGrade, Values general) {
  private static final String ENTRY = "EXP-PATIENT";

  /// @param met where the rule is met
  /// @param unknown where it is not known
  record Sentence(String met, String unknown) {}

  static PlainWords of(KnowledgeBase knowledge, LocalDate day) {
    var values =
        knowledge
            .entry(ENTRY)
            .on(day)
            .orElseThrow(() -> new IllegalStateException(ENTRY + " is not in force on " + day));
    var byRule = new HashMap<String, Sentence>();
    for (var item : values.groups("rules")) {
      byRule.put(
          item.references("rule").getFirst(), new Sentence(item.text("met"), item.text("unknown")));
    }
    var byGrade = new HashMap<String, String>();
    values.groups("grades").forEach(item -> byGrade.put(item.choice("grade"), item.text("says")));
    return new PlainWords(byRule, byGrade, values);
  }

  String text(String key) {
    return general.text(key);
  }

  /// The sentence of a rule; its title where nobody wrote one, so that nothing is left out.
  Sentence of(String rule, String title) {
    return Optional.ofNullable(byRule.get(rule)).orElseGet(() -> new Sentence(title, title));
  }

  Optional<String> grade(String grade) {
    return Optional.ofNullable(byGrade.get(grade));
  }
}

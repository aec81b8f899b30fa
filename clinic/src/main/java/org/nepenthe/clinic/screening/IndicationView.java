package org.nepenthe.clinic.screening;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nepenthe.care.referral.Referral;
import org.nepenthe.evidence.Evidence;
import org.nepenthe.knowledge.KnowledgeBase;

/// What is known of ketamine in the referred pain: the guideline's grade, and what later syntheses
/// say.
///
/// @param grade the letter, or "none"
public record IndicationView(
    String id,
    String title,
    String grade,
    String statement,
    List<Evidence> evidence,
    List<Evidence> against,
    List<Later> later) {
  public IndicationView {
    evidence = List.copyOf(evidence);
    against = List.copyOf(against);
    later = List.copyOf(later);
  }

  /// A synthesis that came after the guideline.
  public record Later(String id, String title, String finding, List<Evidence> evidence) {}

  static Optional<IndicationView> of(
      Optional<Referral> referral, KnowledgeBase knowledge, LocalDate day) {
    if (referral.isEmpty()) {
      return Optional.empty();
    }
    var entry = knowledge.entry(referral.get().diagnosis().indication());
    return entry
        .on(day)
        .map(values ->
            new IndicationView(
                entry.id(),
                entry.title(),
                values.choice("grade"),
                values.text("statement"),
                values.evidence(),
                values.against(),
                later(values.references("later"), knowledge, day)));
  }

  private static List<Later> later(List<String> ids, KnowledgeBase knowledge, LocalDate day) {
    var later = new ArrayList<Later>();
    for (var id : ids) {
      var entry = knowledge.entry(id);
      entry
          .on(day)
          .ifPresent(values ->
              later.add(new Later(id, entry.title(), values.text("finding"), values.evidence())));
    }
    return later;
  }
}

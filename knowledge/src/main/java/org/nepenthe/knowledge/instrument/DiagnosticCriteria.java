package org.nepenthe.knowledge.instrument;

import java.time.LocalDate;
import java.util.List;
import org.nepenthe.evidence.Evidence;
import org.nepenthe.knowledge.Amount;
import org.nepenthe.knowledge.Entry;
import org.nepenthe.knowledge.KnowledgeBase;
import org.nepenthe.knowledge.Values;

/// Criteria of a diagnosis: what must hold, how many categories need a symptom that the patient
/// reports and how many a sign that the examiner sees.
///
/// @param before statements that must hold first
/// @param symptomsNeeded a count of categories; [Amount#isBreachedBy] tells whether it is reached
/// @param signsNeeded a count of categories, seen at the time of the examination
/// @param symptomsNeededForResearch the stricter count
/// @param after statements that must hold last
public record DiagnosticCriteria(
    String id,
    String title,
    List<Statement> before,
    List<Category> categories,
    Amount symptomsNeeded,
    Amount signsNeeded,
    Amount symptomsNeededForResearch,
    List<Statement> after,
    List<Evidence> evidence) {
  /// The Budapest criteria of complex regional pain syndrome.
  public static final String BUDAPEST = "INS-BUDAPEST";

  public DiagnosticCriteria {
    before = List.copyOf(before);
    categories = List.copyOf(categories);
    after = List.copyOf(after);
    evidence = List.copyOf(evidence);
  }

  public record Statement(String key, String asks) {}

  public record Category(String key, String title, String symptoms, String signs) {}

  /// The criteria of an entry on a day.
  ///
  /// @throws IllegalStateException where none are in force
  public static DiagnosticCriteria of(KnowledgeBase base, String id, LocalDate day) {
    var entry = base.entry(id);
    return entry
        .on(day)
        .map(values -> of(entry, values))
        .orElseThrow(() -> new IllegalStateException("no criteria " + id + " on " + day));
  }

  private static DiagnosticCriteria of(Entry entry, Values values) {
    return new DiagnosticCriteria(
        entry.id(),
        entry.title(),
        statements(values, "before"),
        values.groups("categories").stream()
            .map(item ->
                new Category(
                    item.text("key"),
                    item.text("title"),
                    item.text("symptoms"),
                    item.text("signs")))
            .toList(),
        values.amount("symptoms-needed"),
        values.amount("signs-needed"),
        values.amount("symptoms-needed-research"),
        statements(values, "after"),
        values.evidence());
  }

  private static List<Statement> statements(Values values, String key) {
    return values.groups(key).stream()
        .map(item -> new Statement(item.text("key"), item.text("asks")))
        .toList();
  }
}

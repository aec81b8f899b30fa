package org.nepenthe.clinic.knowledge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.nepenthe.evidence.Citation;
import org.nepenthe.knowledge.Entry;
import org.nepenthe.knowledge.KnowledgeBase;

/// A publication, and the entries that rest on it.
public record CitationRow(Citation citation, List<Entry> citedBy) {
  public CitationRow {
    citedBy = List.copyOf(citedBy);
  }

  /// Every citation, in the order of their texts.
  static List<CitationRow> all(KnowledgeBase knowledge) {
    var citing = new TreeMap<String, List<Entry>>();
    for (var entry : knowledge.entries()) {
      EntryWords.evidence(entry).stream()
          .map(evidence -> evidence.citation().key())
          .distinct()
          .forEach(key -> citing.computeIfAbsent(key, _ -> new ArrayList<>()).add(entry));
    }
    return knowledge.citations().values().stream()
        .map(citation -> new CitationRow(citation, citing.getOrDefault(citation.key(), List.of())))
        .sorted(Comparator.comparing(row -> row.citation().text(), String.CASE_INSENSITIVE_ORDER))
        .toList();
  }
}

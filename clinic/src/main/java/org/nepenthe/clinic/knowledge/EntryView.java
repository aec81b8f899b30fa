package org.nepenthe.clinic.knowledge;

import java.time.LocalDate;
import java.util.List;
import org.nepenthe.knowledge.Area;
import org.nepenthe.knowledge.Entry;
import org.nepenthe.knowledge.KnowledgeBase;

/// One entry as its page shows it.
///
/// @param usedBy other entries that refer to it
public record EntryView(
    Entry entry, Area area, List<Entry> usedBy, LocalDate today, KnowledgeBase knowledge) {
  public EntryView {
    usedBy = List.copyOf(usedBy);
  }

  /// The kind in words, from `measurement-limit` to "Measurement limit".
  public static String words(String key) {
    var words = key.replace('-', ' ');
    return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  public String titleOf(String id) {
    return knowledge.find(id).map(Entry::title).orElse(id);
  }

  public boolean inForce(Entry.Dated period) {
    return period.period().contains(today);
  }
}

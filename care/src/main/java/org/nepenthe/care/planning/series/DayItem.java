package org.nepenthe.care.planning.series;

import java.time.LocalDate;
import java.util.List;
import org.nepenthe.knowledge.KnowledgeBase;

/// One thing to be confirmed before the day of an infusion.
public record DayItem(String key, String says) {

  /// The list in force on a day.
  public static List<DayItem> all(KnowledgeBase base, LocalDate day) {
    return base.ofKind("day-before").stream()
        .flatMap(entry -> entry.on(day).stream())
        .flatMap(values -> values.groups("items").stream())
        .map(item -> new DayItem(item.text("key"), item.text("says")))
        .toList();
  }
}

package org.nepenthe.care.screening.examination;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.CareEvent;
import org.nepenthe.care.screening.interview.Answer;

/// Somebody examined, scored or looked up something and wrote down what they found.
///
/// @param examination id of its knowledge entry, for example `INS-BUDAPEST`
/// @param items what was found, item by item; empty where only the total was written down
/// @param total the total, where the items stay on the paper of whoever owns the text
/// @param doneOn the day on which it was done, by the clinic's calendar; its age counts from here
/// @param note anything to add; may be empty
public record Examined(
    String examination,
    List<Item> items,
    Optional<Integer> total,
    LocalDate doneOn,
    String note,
    Actor by,
    Instant at)
    implements CareEvent {
  public Examined {
    items = List.copyOf(items);
  }

  /// One item by its key.
  public record Item(String key, Answer answer) {}

  /// The answer to an item; one that was left out is not known.
  public Answer answer(String key) {
    return items.stream()
        .filter(item -> item.key().equals(key))
        .map(Item::answer)
        .findFirst()
        .orElse(Answer.NOT_KNOWN);
  }

  /// Yes as 1 and no as 0, without what is not known: a score must not count it as the harmless
  /// answer.
  Map<String, Integer> points() {
    var points = new HashMap<String, Integer>();
    for (var item : items) {
      switch (item.answer()) {
        case PRESENT -> points.put(item.key(), 1);
        case ABSENT -> points.put(item.key(), 0);
        case NOT_KNOWN -> {}
      }
    }
    return points;
  }
}

package org.nepenthe.care.infusion.recovery;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nepenthe.evidence.Evidence;
import org.nepenthe.knowledge.Amount;

/// A scale by which a patient's recovery is scored, as the knowledge base has it.
///
/// @param enough the total below which nobody leaves
public record RecoveryScale(
    String id,
    String title,
    String scoresWhat,
    List<Item> items,
    Amount enough,
    List<Evidence> evidence) {
  public RecoveryScale {
    items = List.copyOf(items);
    evidence = List.copyOf(evidence);
  }

  /// One item; its level at an index is worth as many points.
  public record Item(String key, String asks, List<String> levels) {
    public Item {
      levels = List.copyOf(levels);
    }

    public boolean has(int points) {
      return points >= 0 && points < levels.size();
    }
  }

  public Optional<Item> item(String key) {
    return items.stream().filter(item -> item.key().equals(key)).findFirst();
  }

  public int highest() {
    return items.stream().mapToInt(item -> item.levels().size() - 1).sum();
  }

  /// True where every item has a level and nothing else is there.
  public boolean complete(Map<String, Integer> points) {
    return points.size() == items.size()
        && items.stream()
            .allMatch(item -> points.containsKey(item.key()) && item.has(points.get(item.key())));
  }

  public static int total(Map<String, Integer> points) {
    return points.values().stream().mapToInt(Integer::intValue).sum();
  }
}

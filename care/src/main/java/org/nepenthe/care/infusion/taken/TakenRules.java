package org.nepenthe.care.infusion.taken;

import java.util.List;
import java.util.Optional;
import org.nepenthe.knowledge.Amount;
import org.nepenthe.knowledge.Values;

/// What is asked on the day before the start.
///
/// @param says what the knowledge says of amounts
/// @param countsFor how long before the start an answer counts
public record TakenRules(List<Item> items, String says, Amount countsFor) {
  public TakenRules {
    items = List.copyOf(items);
  }

  /// One thing that sedates.
  public record Item(String key, String name, String asks) {}

  public static TakenRules of(Values values) {
    return new TakenRules(
        values.groups("items").stream()
            .map(item -> new Item(item.text("key"), item.text("name"), item.text("asks")))
            .toList(),
        values.text("says"),
        values.amount("counts-for"));
  }

  public Optional<Item> item(String key) {
    return items.stream().filter(item -> item.key().equals(key)).findFirst();
  }
}

package org.nepenthe.care.outcome;

import java.util.Map;

/// What a patient answered to one instrument, item by item, as it was given.
///
/// @param instrument the id of the instrument in the knowledge base
/// @param items the answer by the key of the item; an item not answered is not there
public record Answers(String instrument, Map<String, Integer> items) {
  public Answers {
    items = Map.copyOf(items);
  }
}

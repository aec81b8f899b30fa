package org.nepenthe.clinic.screening;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One entry of the chart that bears on a question.
///
/// @param words what it is, with its value where it has one
/// @param at since when, or when it was measured; empty where the source does not say
/// @param sourceIds the entries' own names in their source; the same thing may be listed often
/// @param states true where the chart says yes by this entry, so that "absent" contradicts it;
///     false where it is only shown beside
public record ChartMention(
    String words, Optional<Instant> at, List<String> sourceIds, boolean states) {
  public ChartMention {
    sourceIds = List.copyOf(sourceIds);
  }

  /// The same thing, listed once more.
  ChartMention and(ChartMention other) {
    var ids = new ArrayList<>(sourceIds);
    ids.addAll(other.sourceIds());
    return new ChartMention(words, at, ids, states || other.states());
  }
}

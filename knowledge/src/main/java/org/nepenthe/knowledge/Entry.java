package org.nepenthe.knowledge;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.nepenthe.evidence.EffectivePeriod;

/// One thing medicine knows, as its file states it.
///
/// @param id stable for ever; for a rule it is the rule's id in code
/// @param kind names what reads it; the area declares which fields it has
/// @param periods in order of time, never overlapping, never empty
public record Entry(
    String id, String area, String title, String kind, Status status, List<Dated> periods) {
  public Entry {
    periods = List.copyOf(periods);
  }

  /// What an entry says from one day to another.
  public record Dated(EffectivePeriod period, Values values) {}

  /// What the entry says on a day. Empty before its first period, after its last, and when retired.
  public Optional<Values> on(LocalDate day) {
    if (status == Status.RETIRED) {
      return Optional.empty();
    }
    return periods.stream()
        .filter(dated -> dated.period().contains(day))
        .map(Dated::values)
        .findFirst();
  }
}

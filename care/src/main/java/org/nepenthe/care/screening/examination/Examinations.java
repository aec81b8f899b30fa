package org.nepenthe.care.screening.examination;

import java.util.List;
import java.util.Optional;
import org.nepenthe.care.screening.interview.Interview;

/// Everything that was ever examined in a course, in the order in which it was written down.
public record Examinations(List<Examined> all) {
  public static final Examinations NONE = new Examinations(List.of());

  public Examinations {
    all = List.copyOf(all);
  }

  /// The newest by the day it was done; of one day the one written down last. What somebody wrote
  /// who may not attest does not count.
  public Optional<Examined> latest(String examination) {
    return all.stream()
        .filter(
            one -> one.examination().equals(examination) && Interview.mayAttest(one.by().role()))
        .reduce((earlier, later) -> earlier.doneOn().isAfter(later.doneOn()) ? earlier : later);
  }

  /// The newest of each kind that was ever examined.
  public List<Examined> newest() {
    return all.stream()
        .map(Examined::examination)
        .distinct()
        .flatMap(examination -> latest(examination).stream())
        .toList();
  }
}

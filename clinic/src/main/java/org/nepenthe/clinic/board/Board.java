package org.nepenthe.clinic.board;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.nepenthe.care.alert.Alert;

/// Who is where, and what is due, at one moment.
///
/// @param chairs infusions in preparation, given or recovered from; the most urgent first
/// @param coming planned for today and tomorrow, the earliest first
/// @param safety patients with an answer that nobody passes over and nobody has settled
/// @param groups who waits for what, in the order of the steps
/// @param judged false where limits are not watched here
public record Board(
    Instant asOf,
    List<Chair> chairs,
    List<Coming> coming,
    List<Waiting> safety,
    List<Group> groups,
    boolean judged) {
  public Board {
    coming = List.copyOf(coming);
    safety = List.copyOf(safety);
    chairs = List.copyOf(chairs);
    groups = List.copyOf(groups);
  }

  public boolean empty() {
    return chairs.isEmpty()
        && coming.isEmpty()
        && safety.isEmpty()
        && groups.stream().allMatch(group -> group.count() == 0);
  }

  /// One chair.
  ///
  /// @param state its kind, for the shape beside it
  /// @param words what goes on
  /// @param elapsed minutes since then
  /// @param worst the most urgent alert, if one is active or unacknowledged
  /// @param due when somebody has to look next; empty where nobody has to
  public record Chair(
      String path,
      String patient,
      Optional<LocalDate> born,
      int number,
      String state,
      String words,
      String elapsed,
      String given,
      Optional<Alert> worst,
      int alerts,
      String due,
      boolean overdue) {}

  /// Those who wait for one thing.
  ///
  /// @param who does it
  public record Group(String title, String who, long count, List<Waiting> rows) {
    public Group {
      rows = List.copyOf(rows);
    }
  }

  /// @param changed what has become of the verdict, where it no longer holds; empty where it does
  public record Waiting(
      String path,
      String patient,
      Optional<LocalDate> born,
      Instant since,
      String note,
      String changed) {}

  /// An infusion planned for today or tomorrow.
  ///
  /// @param words what is confirmed and what is not
  /// @param settled true where everything was confirmed
  public record Coming(
      String path,
      String patient,
      Optional<LocalDate> born,
      int number,
      Instant from,
      String chair,
      String words,
      boolean settled) {}
}

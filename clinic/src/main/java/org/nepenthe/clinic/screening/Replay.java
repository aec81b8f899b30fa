package org.nepenthe.clinic.screening;

import java.util.List;
import org.nepenthe.care.screening.Screened;
import org.nepenthe.care.screening.ScreeningState.Change;

/// A stored decision, decided again from the facts of its moment.
public sealed interface Replay {
  Screened stored();

  /// @param same whether the knowledge it was made with gives the same record again, to the last
  ///     byte; only the version of the software is not compared
  /// @param differing what the knowledge it was made with says differently now: empty where it is
  ///     the same, or where only words differ
  /// @param today what the knowledge in use now says differently about the facts of that moment
  record Replayed(Screened stored, boolean same, List<Change> differing, List<Change> today)
      implements Replay {
    public Replayed {
      differing = List.copyOf(differing);
      today = List.copyOf(today);
    }
  }

  /// It cannot be decided again.
  ///
  /// @param because in a sentence
  record NotPossible(Screened stored, String because) implements Replay {}
}

package org.nepenthe.clinic.screening;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.nepenthe.care.screening.ContraindicationOverridden;
import org.nepenthe.care.screening.Screened;
import org.nepenthe.care.screening.ScreeningState;
import org.nepenthe.care.screening.ScreeningState.Change;

/// A decision or an override of the course, as it was made.
public sealed interface HistoryRow {
  Instant at();

  /// @param changes what came out differently than in the decision before
  record Decided(Screened screened, List<Change> changes) implements HistoryRow {
    @Override
    public Instant at() {
      return screened.decision().decidedAt();
    }
  }

  /// @param holds whether it bears on the latest decision
  record Overrode(ContraindicationOverridden override, boolean holds) implements HistoryRow {
    @Override
    public Instant at() {
      return override.signature().signedAt();
    }
  }

  /// Newest first.
  static List<HistoryRow> of(ScreeningState state) {
    var rows = new ArrayList<HistoryRow>();
    for (int i = 0; i < state.decisions().size(); i++) {
      var screened = state.decisions().get(i);
      rows.add(
          new Decided(
              screened,
              i == 0
                  ? List.of()
                  : ScreeningState.changes(
                      state.decisions().get(i - 1).decision(), screened.decision())));
    }
    var holding = state.effective().map(effective -> effective.overridden()).orElse(List.of());
    for (var override : state.overrides()) {
      rows.add(new Overrode(override, holding.contains(override)));
    }
    rows.sort(Comparator.comparing(HistoryRow::at).reversed());
    return List.copyOf(rows);
  }
}

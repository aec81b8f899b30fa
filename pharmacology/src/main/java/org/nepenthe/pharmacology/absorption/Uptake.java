package org.nepenthe.pharmacology.absorption;

import java.util.List;
import org.nepenthe.evidence.Evidence;
import org.nepenthe.pharmacology.regimen.Route;

/// What has been published of how a dose by one route reaches the blood, in adults or in children.
public sealed interface Uptake {
  Route route();

  /// Of whom it was published.
  People people();

  /// Adults and children absorb differently, and were studied apart.
  enum People {
    ADULTS,
    CHILDREN
  }

  /// Numbers, with their spread.
  ///
  /// @param fraction of the dose that reaches the blood unchanged
  record Published(Route route, People people, Spread fraction, Pace pace, List<Evidence> evidence)
      implements Uptake {
    public Published {
      evidence = List.copyOf(evidence);
      if (fraction.to() > 1) {
        throw new IllegalArgumentException(
            "no more than the whole dose can be absorbed, was " + fraction.to());
      }
    }
  }

  /// No numbers from people.
  ///
  /// @param reason one sentence for the screen
  record Unpublished(Route route, People people, String reason) implements Uptake {}

  /// The lowest and the highest published value.
  record Spread(double from, double to) {
    public Spread {
      if (!(from > 0 && from <= to && to < 1e6)) {
        throw new IllegalArgumentException(
            "a spread must lie above 0 and not end before it starts, was " + from + " to " + to);
      }
    }
  }

  /// How fast, in the measure that was published.
  sealed interface Pace {
    /// Minutes from a dose to the highest concentration in plasma.
    record PeakAfter(Spread minutes) implements Pace {}

    /// Minutes in which half of what is left to absorb is absorbed.
    record HalfTime(Spread minutes) implements Pace {}
  }
}

package org.nepenthe.care.alert;

import java.time.Instant;
import java.util.List;
import org.nepenthe.care.decision.RuleId;

/// What the limits in force say about an infusion at one moment. No case of it says to go on.
public sealed interface Advice {

  /// None of the limits was seen to be breached, as far as there were values to see it by.
  ///
  /// @param missing what could not be judged; where it is not empty, this says little
  record NoLimitBreached(Instant asOf, List<String> missing) implements Advice {
    public NoLimitBreached {
      missing = List.copyOf(missing);
    }
  }

  record Watch(Instant asOf, List<RuleId> reasons, List<String> missing) implements Advice {
    public Watch {
      reasons = List.copyOf(reasons);
      missing = List.copyOf(missing);
    }
  }

  record Hold(Instant asOf, List<RuleId> reasons, List<String> missing) implements Advice {
    public Hold {
      reasons = List.copyOf(reasons);
      missing = List.copyOf(missing);
    }
  }

  record Stop(Instant asOf, List<RuleId> reasons, List<String> missing) implements Advice {
    public Stop {
      reasons = List.copyOf(reasons);
      missing = List.copyOf(missing);
    }
  }

  /// Nothing can be said; only the bedside monitor counts.
  record MonitoringUnavailable(Instant asOf, String because) implements Advice {}
}

package org.nepenthe.care.infusion.observation;

import java.math.BigDecimal;
import java.util.Optional;

/// What came of looking at one parameter. A parameter nobody looked at has no entry at all.
public sealed interface Observed {

  record Measured(BigDecimal value) implements Observed {}

  /// Computed from other values of the same set, never measured.
  record Derived(BigDecimal value) implements Observed {}

  /// Somebody looked and got no value. It is neither a normal nor an old value.
  record NotObtained(AbsentReason reason) implements Observed {}

  default Optional<BigDecimal> number() {
    return switch (this) {
      case Measured(var value) -> Optional.of(value);
      case Derived(var value) -> Optional.of(value);
      case NotObtained _ -> Optional.empty();
    };
  }
}

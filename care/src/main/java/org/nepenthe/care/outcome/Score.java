package org.nepenthe.care.outcome;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// What the answers to an instrument come to.
public sealed interface Score {
  record Valid(BigDecimal value) implements Score {}

  /// No score: half an instrument is none.
  ///
  /// @param why what is missing or wrong, in words
  record NotValid(List<String> why) implements Score {
    public NotValid {
      why = List.copyOf(why);
    }
  }

  default Optional<BigDecimal> number() {
    return switch (this) {
      case Valid(var value) -> Optional.of(value);
      case NotValid _ -> Optional.empty();
    };
  }
}

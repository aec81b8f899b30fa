package org.nepenthe.evidence;

import java.time.LocalDate;
import java.util.Optional;

/// From when to when a value is in force; the end, where there is one, is the first day it is not.
public record EffectivePeriod(LocalDate from, Optional<LocalDate> until) {
  public EffectivePeriod {
    if (until.isPresent() && !until.get().isAfter(from)) {
      throw new IllegalArgumentException("a period from " + from + " cannot end on " + until.get());
    }
  }

  public boolean contains(LocalDate day) {
    return !day.isBefore(from) && until.map(day::isBefore).orElse(true);
  }

  public boolean overlaps(EffectivePeriod other) {
    return until.map(other.from::isBefore).orElse(true)
        && other.until.map(from::isBefore).orElse(true);
  }
}

package org.nepenthe.care.infusion;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.Role;
import org.nepenthe.care.infusion.observation.ObservationSource;
import org.nepenthe.care.infusion.observation.Observed;
import org.nepenthe.care.infusion.observation.Parameter;

/// One set of observations as it stands in the record.
///
/// @param struck present where it no longer counts
public record ObservationSet(
    long number,
    Instant at,
    Instant recordedAt,
    Actor by,
    ObservationSource source,
    Map<Parameter, Observed> values,
    Optional<InfusionEvent.EntryStruck> struck) {

  public Optional<BigDecimal> value(Parameter parameter) {
    return Optional.ofNullable(values.get(parameter)).flatMap(Observed::number);
  }

  /// True where somebody looked, whether or not a value came of it.
  public boolean lookedAt(Parameter parameter) {
    return values.containsKey(parameter);
  }

  /// True where a person looked at the patient; a device that sends by itself has not.
  public boolean byAPerson() {
    return by.role() != Role.SYSTEM;
  }
}

package org.nepenthe.care.screening.rules;

import java.util.List;
import java.util.Optional;
import org.nepenthe.care.decision.Reason;

/// What one rule found.
///
/// @param action what the rule asks of the clinic where it is met
/// @param settledBy what would settle it where it is unknown
/// @param question the interview question that would settle it, where one would
/// @param restriction what an override of it cannot lift
public record Assessed(
    Reason reason,
    Bearing bearing,
    String action,
    List<Settling> settledBy,
    Optional<String> question,
    Optional<Restriction> restriction) {
  public Assessed {
    settledBy = List.copyOf(settledBy);
  }
}

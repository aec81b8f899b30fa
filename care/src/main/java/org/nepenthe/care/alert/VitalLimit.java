package org.nepenthe.care.alert;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.nepenthe.care.decision.RuleId;
import org.nepenthe.care.infusion.ObservationSet;
import org.nepenthe.care.infusion.observation.Parameter;
import org.nepenthe.evidence.Evidence;
import org.nepenthe.knowledge.Amount;

/// A limit on what is observed of the patient, as the knowledge base states it.
///
/// @param bounds any one of them breaches it
/// @param sustainedFor how long it has to be breached, over two readings at least; zero for once
public record VitalLimit(
    RuleId rule,
    String title,
    Priority priority,
    Step step,
    List<Bound> bounds,
    Duration sustainedFor,
    List<Evidence> evidence) {
  public VitalLimit {
    bounds = List.copyOf(bounds);
    evidence = List.copyOf(evidence);
  }

  /// One side of one parameter.
  record Bound(Parameter parameter, Amount limit) {}

  /// The bound that a set breaches, with the value that does.
  record Breach(Bound bound, BigDecimal value) {}

  boolean concerns(ObservationSet set) {
    return bounds.stream().anyMatch(bound -> set.value(bound.parameter()).isPresent());
  }

  Optional<Breach> breachIn(ObservationSet set) {
    for (var bound : bounds) {
      var value = set.value(bound.parameter());
      if (value.isPresent() && bound.limit().isBreachedBy(value.get())) {
        return Optional.of(new Breach(bound, value.get()));
      }
    }
    return Optional.empty();
  }

  /// Whether a set clears the limit: every bound it has a value for is kept, and it has a value for
  /// each bound. Half a blood pressure does not show that the pressure is normal.
  boolean clearedBy(ObservationSet set) {
    return breachIn(set).isEmpty()
        && bounds.stream().allMatch(bound -> set.value(bound.parameter()).isPresent());
  }

  String text(Breach breach) {
    var words =
        breach.bound().parameter().label()
            + " "
            + written(breach)
            + " is "
            + breach.bound().limit().words();
    return sustainedFor.isZero() ? words : words + " for " + sustainedFor.toMinutes() + " min";
  }

  static String written(Breach breach) {
    var unit = breach.bound().limit().unit().shown();
    var number = breach.value().stripTrailingZeros().toPlainString();
    return unit.isEmpty() ? number : number + " " + unit;
  }
}

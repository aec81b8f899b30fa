package org.nepenthe.care.alert;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.nepenthe.care.decision.RuleId;
import org.nepenthe.care.infusion.Infusion;
import org.nepenthe.care.infusion.observation.Parameter;
import org.nepenthe.knowledge.Amount;
import org.nepenthe.knowledge.KnowledgeBase;

/// What a limit called for in infusions of the past, and what it would have called for with another
/// number. It changes nothing: it is looked at before somebody changes the limit.
///
/// @param now the limit as the knowledge has it
/// @param changed the number it is compared with, in the limit's own unit
/// @param infusions that were looked at
/// @param callsNow stretches of readings that breached the limit as it is
/// @param callsChanged the same with the other number
/// @param infusionsNow infusions with at least one such stretch
/// @param infusionsChanged the same with the other number
public record LimitReplay(
    RuleId rule,
    Parameter parameter,
    Amount now,
    BigDecimal changed,
    int infusions,
    int callsNow,
    int callsChanged,
    int infusionsNow,
    int infusionsChanged) {

  /// Empty where the knowledge has no such limit on that parameter on the day.
  ///
  /// @param changed in the limit's own unit
  public static Optional<LimitReplay> of(
      KnowledgeBase base,
      LocalDate day,
      RuleId rule,
      Parameter parameter,
      BigDecimal changed,
      List<Infusion> infusions) {
    var entry = base.find(rule.value()).filter(found -> found.kind().equals("vital-limit"));
    return entry
        .flatMap(found -> found.on(day).map(values -> AlertRules.limit(found, values)))
        .flatMap(limit ->
            limit.bounds().stream()
                .filter(bound -> bound.parameter() == parameter)
                .findFirst()
                .map(bound -> compare(limit, bound, changed, infusions)));
  }

  private static LimitReplay compare(
      VitalLimit limit, VitalLimit.Bound bound, BigDecimal changed, List<Infusion> infusions) {
    var only = only(limit, bound);
    var other = only(limit, new VitalLimit.Bound(bound.parameter(), with(bound.limit(), changed)));
    int callsNow = 0;
    int callsChanged = 0;
    int infusionsNow = 0;
    int infusionsChanged = 0;
    for (var infusion : infusions) {
      int now = calls(infusion, only);
      int then = calls(infusion, other);
      callsNow += now;
      callsChanged += then;
      infusionsNow += now > 0 ? 1 : 0;
      infusionsChanged += then > 0 ? 1 : 0;
    }
    return new LimitReplay(
        limit.rule(),
        bound.parameter(),
        bound.limit(),
        changed,
        infusions.size(),
        callsNow,
        callsChanged,
        infusionsNow,
        infusionsChanged);
  }

  private static int calls(Infusion infusion, VitalLimit limit) {
    return VitalAlerts.episodes(infusion, limit, infusion.log().observations()).size();
  }

  private static VitalLimit only(VitalLimit limit, VitalLimit.Bound bound) {
    return new VitalLimit(
        limit.rule(),
        limit.title(),
        limit.priority(),
        limit.step(),
        List.of(bound),
        limit.sustainedFor(),
        limit.evidence());
  }

  private static Amount with(Amount limit, BigDecimal value) {
    return new Amount(value, limit.unit(), limit.breachedWhen(), limit.use(), limit.evidence());
  }
}

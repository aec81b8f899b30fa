package org.nepenthe.care.alert;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.nepenthe.care.decision.RuleId;
import org.nepenthe.care.infusion.observation.Parameter;
import org.nepenthe.evidence.Evidence;
import org.nepenthe.knowledge.Amount;
import org.nepenthe.knowledge.Entry;
import org.nepenthe.knowledge.KnowledgeBase;
import org.nepenthe.knowledge.Values;

/// The limits and calls in force on one day. A limit the site has not confirmed takes no part.
///
/// @param notInForce limits that wait for the site, to be shown as such
public record AlertRules(
    List<VitalLimit> limits,
    List<String> notInForce,
    Technical overdue,
    Technical staleOrMissing,
    Technical clock,
    Technical unknownPump,
    Technical aboveApproved,
    Technical pumpVolume,
    Amount pumpVolumeDiffers,
    Technical end,
    Duration endWarnsBefore,
    Duration endLouderEvery) {
  static final RuleId OVERDUE = RuleId.of("INF-OBS-01");
  static final RuleId STALE_OR_MISSING = RuleId.of("INF-OBS-02");
  static final RuleId CLOCK = RuleId.of("INF-CLK-01");
  static final RuleId UNKNOWN_PUMP = RuleId.of("INF-UNK-01");
  static final RuleId ABOVE_APPROVED = RuleId.of("INF-RATE-01");
  static final RuleId PUMP_VOLUME = RuleId.of("INF-VOL-01");
  static final RuleId END = RuleId.of("INF-END-01");

  public AlertRules {
    limits = List.copyOf(limits);
    notInForce = List.copyOf(notInForce);
  }

  /// A call that is not about a limit of the patient's own values.
  record Technical(RuleId rule, Priority priority, String says, List<Evidence> evidence) {
    Technical {
      evidence = List.copyOf(evidence);
    }
  }

  public static AlertRules of(KnowledgeBase base, LocalDate day) {
    var limits = new ArrayList<VitalLimit>();
    var waiting = new ArrayList<String>();
    for (var entry : base.ofKind("vital-limit")) {
      entry
          .on(day)
          .ifPresent(values -> {
            if (inForce(values)) {
              limits.add(limit(entry, values));
            } else {
              waiting.add(entry.id() + " " + entry.title());
            }
          });
    }
    var volume = values(base, PUMP_VOLUME, day);
    var end = values(base, END, day);
    return new AlertRules(
        limits,
        waiting,
        titled(base, OVERDUE, day, Priority.LOW),
        technical(base, STALE_OR_MISSING, day),
        technical(base, CLOCK, day),
        technical(base, UNKNOWN_PUMP, day),
        technical(base, ABOVE_APPROVED, day),
        titled(base, PUMP_VOLUME, day, volume.choice("priority", Priority.class)),
        volume.amount("differs-by"),
        titled(base, END, day, Priority.LOW),
        end.amount("warns-before").duration(),
        end.amount("louder-every").duration());
  }

  private static boolean inForce(Values values) {
    return values.groups("any-of").stream().allMatch(bound -> bound.setting("limit").inForce())
        && values.findSetting("sustained-for").map(Amount::inForce).orElse(true);
  }

  static VitalLimit limit(Entry entry, Values values) {
    return new VitalLimit(
        RuleId.of(entry.id()),
        entry.title(),
        values.choice("priority", Priority.class),
        values.choice("step", Step.class),
        values.groups("any-of").stream().map(AlertRules::bound).toList(),
        values.findSetting("sustained-for").map(Amount::duration).orElse(Duration.ZERO),
        values.evidence());
  }

  private static VitalLimit.Bound bound(Values values) {
    var id = values.choice("parameter");
    return new VitalLimit.Bound(
        Parameter.of(id)
            .orElseThrow(() -> new IllegalArgumentException("no parameter is called " + id)),
        values.amount("limit"));
  }

  private static Technical technical(KnowledgeBase base, RuleId rule, LocalDate day) {
    var values = values(base, rule, day);
    return new Technical(
        rule, values.choice("priority", Priority.class), values.text("says"), values.evidence());
  }

  private static Technical titled(
      KnowledgeBase base, RuleId rule, LocalDate day, Priority priority) {
    return new Technical(
        rule, priority, base.entry(rule.value()).title(), values(base, rule, day).evidence());
  }

  private static Values values(KnowledgeBase base, RuleId rule, LocalDate day) {
    return base.entry(rule.value())
        .on(day)
        .orElseThrow(() -> new IllegalStateException(rule + " says nothing for " + day));
  }
}

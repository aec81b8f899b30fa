package org.nepenthe.care.infusion;

import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.nepenthe.care.infusion.check.CheckTolerance;
import org.nepenthe.care.infusion.check.TimeOutItem;
import org.nepenthe.care.infusion.observation.Parameter;
import org.nepenthe.care.infusion.taken.TakenRules;
import org.nepenthe.care.planning.protocol.PlanningKnowledge;
import org.nepenthe.knowledge.Amount;
import org.nepenthe.knowledge.KnowledgeBase;
import org.nepenthe.knowledge.Range;
import org.nepenthe.knowledge.Values;
import org.nepenthe.quantity.Moiety;

/// What the knowledge base says about preparing, giving and observing an infusion on one day.
///
/// @param weights that an adult can have
/// @param rateCeilings in mg/kg/h, which nobody exceeds in a clinic, for each drug its own
/// @param plausible outside of it a value is a slip or a broken sensor
/// @param taken what is asked on the day; empty where the knowledge in use asks nothing
public record InfusionRules(
    List<TimeOutItem> timeOut,
    CheckTolerance tolerance,
    Range weights,
    Map<Moiety, Amount> rateCeilings,
    ObservationSchedule schedule,
    Map<Parameter, Range> plausible,
    List<RescueDrug> rescueDrugs,
    Duration rescueAgainWithin,
    Optional<TakenRules> taken) {
  public InfusionRules {
    timeOut = List.copyOf(timeOut);
    rateCeilings = Map.copyOf(rateCeilings);
    plausible = Map.copyOf(plausible);
    rescueDrugs = List.copyOf(rescueDrugs);
  }

  public static InfusionRules of(KnowledgeBase base, LocalDate day) {
    var rescue = values(base, "INF-RSC-01", day);
    return new InfusionRules(
        values(base, "INF-TMO-01", day).groups("items").stream()
            .map(item -> new TimeOutItem(item.text("key"), item.text("says")))
            .toList(),
        new CheckTolerance(values(base, "INF-CHK-01", day).amount("agrees-within").in("%")),
        values(base, "PLN-WT-01", day).range("plausible"),
        rateCeilings(new PlanningKnowledge(base, day)),
        ObservationSchedule.of(values(base, "INF-OBS-01", day)),
        plausible(values(base, "INF-PLA-01", day)),
        rescue.groups("drugs").stream()
            .map(drug -> new RescueDrug(drug.text("key"), drug.text("name"), drug.text("unit")))
            .toList(),
        rescue.amount("again-within").duration(),
        base.find(SinceYesterday.RULE.value()).flatMap(entry -> entry.on(day)).map(TakenRules::of));
  }

  private static Map<Moiety, Amount> rateCeilings(PlanningKnowledge planning) {
    var ceilings = new EnumMap<Moiety, Amount>(Moiety.class);
    for (var moiety : Moiety.values()) {
      ceilings.put(moiety, planning.rateCeiling(moiety).most());
    }
    return ceilings;
  }

  /// The ceiling of one drug.
  Amount rateCeiling(Moiety moiety) {
    return Objects.requireNonNull(
        rateCeilings.get(moiety), "no ceiling of " + moiety.genericName());
  }

  private static Map<Parameter, Range> plausible(Values values) {
    var ranges = new EnumMap<Parameter, Range>(Parameter.class);
    for (var group : values.groups("ranges")) {
      ranges.put(parameter(group.choice("parameter")), group.range("range"));
    }
    return ranges;
  }

  static Parameter parameter(String id) {
    return Parameter.of(id)
        .orElseThrow(() -> new IllegalArgumentException("no parameter is called " + id));
  }

  private static Values values(KnowledgeBase base, String id, LocalDate day) {
    return base.entry(id)
        .on(day)
        .orElseThrow(() -> new IllegalStateException(id + " says nothing for " + day));
  }
}

package org.nepenthe.care.planning.titration;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.nepenthe.care.decision.Reason;
import org.nepenthe.care.decision.RuleId;
import org.nepenthe.care.decision.Verdict;
import org.nepenthe.care.planning.AgreedBenefit;
import org.nepenthe.care.planning.protocol.PlanningKnowledge;
import org.nepenthe.care.planning.protocol.ProtocolCaps;
import org.nepenthe.care.planning.titration.LastInfusion.Grade;
import org.nepenthe.care.planning.titration.Titration.Demand;
import org.nepenthe.care.planning.titration.Titration.Judged;
import org.nepenthe.knowledge.Amount;
import org.nepenthe.knowledge.Entry;
import org.nepenthe.knowledge.KnowledgeBase;
import org.nepenthe.knowledge.Use;
import org.nepenthe.knowledge.Values;
import org.nepenthe.quantity.Moiety;

/// The rules of titration, each judged on its own.
final class TitrationRules {
  private final KnowledgeBase base;
  private final LocalDate day;
  private final PlanningKnowledge.Rule titration;
  private final Values rule;
  private final Values stop;

  TitrationRules(KnowledgeBase base, LocalDate day, Moiety moiety) {
    this.base = base;
    this.day = day;
    this.titration = new PlanningKnowledge(base, day).titration(moiety);
    this.rule = titration.values();
    this.stop = base.entry(Titration.NO_ANSWER.value()).on(day).orElseThrow();
  }

  /// By how much a dose is raised or lowered, in mg/kg; empty where no source says it.
  Optional<BigDecimal> step() {
    return ProtocolCaps.used(rule, "step").map(step -> step.in("mg/kg"));
  }

  /// Why nothing higher is proposed, whatever was tolerated.
  Reason noStep() {
    return new Reason(
        titration.id(),
        "How large a step is",
        Verdict.unknown("no source says it"),
        rule.text("says"),
        rule.evidence(),
        rule.against());
  }

  List<Judged> judge(LastInfusion last, AgreedBenefit agreed) {
    var judged = new ArrayList<Judged>();
    judged.add(worstEvent(last));
    judged.add(stoppedEarly(last));
    base.ofKind("vital-limit").forEach(entry -> limit(entry, last).ifPresent(judged::add));
    judged.add(known(last));
    var benefit = benefit(last, agreed);
    judged.add(benefit(benefit));
    judged.add(noAnswer(last, agreed, benefit));
    return judged;
  }

  /// Severe or worse: stop. Moderate: down. Mild: not up.
  private Judged worstEvent(LastInfusion last) {
    var worst =
        last.events().stream().max(java.util.Comparator.comparing(LastInfusion.Unwanted::grade));
    var demand =
        worst
            .map(event ->
                event.grade().compareTo(Grade.SEVERE) >= 0
                    ? Demand.STOP
                    : event.grade() == Grade.MODERATE ? Demand.DOWN : Demand.SAME)
            .orElse(Demand.NOTHING);
    var verdict =
        worst
            .<Verdict>map(event ->
                new Verdict.Met(event.what() + ", " + event.grade().words(), Optional.empty()))
            .orElse(new Verdict.NotMet("none recorded", Optional.empty()));
    return judged("An adverse event", verdict, "any: not up; moderate: down; severe: stop", demand);
  }

  private Judged stoppedEarly(LastInfusion last) {
    var verdict =
        last.stoppedEarly()
            .<Verdict>map(why -> new Verdict.Met(why, Optional.empty()))
            .orElse(new Verdict.NotMet("ran to its end", Optional.empty()));
    return judged(
        "Stopped before its end",
        verdict,
        "stopped: not up",
        last.stoppedEarly().isPresent() ? Demand.SAME : Demand.NOTHING);
  }

  /// A limit of the infusion that was breached once: down where it would have held or stopped it,
  /// not up where it called somebody to watch.
  private Optional<Judged> limit(Entry entry, LastInfusion last) {
    var values = entry.on(day).filter(found -> found.use() != Use.OFF);
    if (values.isEmpty()) {
      return Optional.empty();
    }
    for (var bound : values.get().groups("any-of")) {
      var limit = bound.setting("limit");
      var breach =
          last.observed().getOrDefault(bound.choice("parameter"), List.of()).stream()
              .filter(limit::isBreachedBy)
              .findFirst();
      if (breach.isPresent()) {
        boolean watch = values.get().choice("step").equals("watch");
        return Optional.of(
            new Judged(
                new Reason(
                    RuleId.of(entry.id()),
                    entry.title(),
                    new Verdict.Met(
                        bound.choice("parameter") + " " + written(breach.get(), limit),
                        Optional.empty()),
                    limit.words(),
                    values.get().evidence(),
                    values.get().against()),
                watch ? Demand.SAME : Demand.DOWN));
      }
    }
    return Optional.empty();
  }

  private Judged known(LastInfusion last) {
    var missing =
        rule.texts("has-to-be-known").stream()
            .filter(parameter -> last.observed().getOrDefault(parameter, List.of()).isEmpty())
            .toList();
    return missing.isEmpty()
        ? judged(
            "Tolerability was observed",
            new Verdict.Met(seen(last), Optional.empty()),
            "all of: " + String.join(", ", rule.texts("has-to-be-known")),
            Demand.NOTHING)
        : judged(
            "Tolerability was observed",
            Verdict.unknown("never observed: " + String.join(", ", missing)),
            "all of: " + String.join(", ", rule.texts("has-to-be-known")),
            Demand.SAME);
  }

  private String seen(LastInfusion last) {
    return String.join(
        "; ",
        rule.texts("has-to-be-known").stream()
            .map(parameter -> range(parameter, last.observed().getOrDefault(parameter, List.of())))
            .toList());
  }

  /// Either agreed change is benefit, as at the look back.
  private static Verdict benefit(LastInfusion last, AgreedBenefit agreed) {
    var pain = agreed.painFallPercent().map(least -> reached("pain", last.painFall(), least));
    var function =
        agreed.functionFallPercent().map(least -> reached("PEG", last.functionFall(), least));
    if (pain.isPresent() && function.isPresent()) {
      return pain.get().or(function.get());
    }
    return pain.or(() -> function).orElse(Verdict.unknown("what counts as benefit was not agreed"));
  }

  private static Verdict reached(String what, Optional<BigDecimal> fall, BigDecimal least) {
    if (fall.isEmpty()) {
      return Verdict.unknown(what + ": a score before the first infusion and one after the last");
    }
    var words = what + " fell by " + percent(fall) + ", agreed " + percent(Optional.of(least));
    return fall.get().compareTo(least) >= 0
        ? new Verdict.Met(words, Optional.empty())
        : new Verdict.NotMet(words, Optional.empty());
  }

  private Judged benefit(Verdict benefit) {
    return judged(
        "The agreed benefit is there",
        benefit,
        "there, or not known: not up",
        benefit instanceof Verdict.NotMet ? Demand.NOTHING : Demand.SAME);
  }

  /// No answer by the agreed infusion leads to stop, never to more.
  private Judged noAnswer(LastInfusion last, AgreedBenefit agreed, Verdict benefit) {
    boolean due = last.number() >= agreed.byInfusion();
    var when = "infusion %d of the %d agreed".formatted(last.number(), agreed.byInfusion());
    var verdict =
        !due
            ? new Verdict.NotMet(when, Optional.empty())
            : switch (benefit) {
              case Verdict.Met _ -> new Verdict.NotMet(when, Optional.empty());
              case Verdict.NotMet _ -> new Verdict.Met(when, Optional.empty());
              case Verdict.Unknown(var missing, _) -> Verdict.unknown(missing);
            };
    var demand =
        switch (verdict) {
          case Verdict.Met _ -> Demand.STOP;
          case Verdict.NotMet _ -> Demand.NOTHING;
          case Verdict.Unknown _ -> Demand.SAME;
        };
    return new Judged(
        new Reason(
            Titration.NO_ANSWER,
            "No benefit by the infusion that was agreed",
            verdict,
            stop.text("says") + " " + stop.text("never"),
            stop.evidence(),
            stop.against()),
        demand);
  }

  private Judged judged(String title, Verdict verdict, String limit, Demand demand) {
    return new Judged(
        new Reason(titration.id(), title, verdict, limit, rule.evidence(), rule.against()), demand);
  }

  static String range(String parameter, List<BigDecimal> values) {
    if (values.isEmpty()) {
      return parameter + " not observed";
    }
    var least = plain(Collections.min(values));
    var most = plain(Collections.max(values));
    return parameter + " " + (least.equals(most) ? least : least + " to " + most);
  }

  static String percent(Optional<BigDecimal> number) {
    return number
        .map(percent -> plain(percent.setScale(0, RoundingMode.HALF_UP)) + " %")
        .orElse("an amount that is not known");
  }

  private static String written(BigDecimal value, Amount limit) {
    return (plain(value) + " " + limit.unit().shown()).strip();
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}

package org.nepenthe.care.planning.titration;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nepenthe.care.decision.DecisionRecord;
import org.nepenthe.care.decision.Input;
import org.nepenthe.care.decision.KnowledgeVersion;
import org.nepenthe.care.decision.Reason;
import org.nepenthe.care.decision.RuleId;
import org.nepenthe.care.planning.AgreedBenefit;
import org.nepenthe.care.planning.protocol.DoseCaps;
import org.nepenthe.care.planning.protocol.EarlierDose;
import org.nepenthe.care.planning.protocol.PlanningKnowledge;
import org.nepenthe.care.planning.protocol.Protocol;
import org.nepenthe.knowledge.KnowledgeBase;
import org.nepenthe.quantity.WeightNormalisedDose;

/// Works out the proposal. Each rule asks for one of four things, and the most cautious of them is
/// proposed: so a worse tolerability can never raise a dose, and nothing but the absence of every
/// objection does.
public final class Titration {
  public static final RuleId NO_ANSWER = RuleId.of("FUP-STP-01");

  /// A dose for each kilogram is ordered to this many decimals.
  private static final int DECIMALS = 3;

  private final KnowledgeBase base;
  private final LocalDate day;
  private final Protocol protocol;

  private Titration(KnowledgeBase base, LocalDate day, Protocol protocol) {
    this.base = base;
    this.day = day;
    this.protocol = protocol;
  }

  /// What a rule asks for, the least cautious first.
  enum Demand {
    NOTHING,
    SAME,
    DOWN,
    STOP
  }

  /// A reason, and what it asks for.
  record Judged(Reason reason, Demand demand) {}

  /// @param protocol of the last infusion
  /// @param earlier everything given before, for the totals
  /// @param day on which the knowledge is read
  public static DecisionRecord<NextDose> propose(
      LastInfusion last,
      AgreedBenefit agreed,
      Protocol protocol,
      List<EarlierDose> earlier,
      KnowledgeBase base,
      LocalDate day,
      String softwareVersion,
      Instant at) {
    var titration = new Titration(base, day, protocol);
    var rules = new TitrationRules(base, day, protocol.moiety());
    var judged = rules.judge(last, agreed);
    var demand = judged.stream().map(Judged::demand).max(Demand::compareTo).orElse(Demand.NOTHING);
    var reasons = new ArrayList<>(judged.stream().map(Judged::reason).toList());
    var step = rules.step();
    if (step.isEmpty()) {
      reasons.add(rules.noStep());
    }
    var next = titration.next(last, demand, step, earlier, reasons, at);
    return new DecisionRecord<>(
        next,
        reasons,
        Input.inWords(inputs(last)),
        new KnowledgeVersion(base.version(), base.contentHash()),
        softwareVersion,
        at);
  }

  private NextDose next(
      LastInfusion last,
      Demand demand,
      Optional<BigDecimal> step,
      List<EarlierDose> earlier,
      List<Reason> reasons,
      Instant at) {
    var known = new PlanningKnowledge(base, day);
    var lastDose = last.dose().milligramsPerKilogram();
    var lowest = protocol.lowest().milligramsPerKilogram();
    // Without a step nothing higher is proposed, and what was too much goes down to the lowest.
    var wanted =
        switch (demand) {
          case NOTHING -> lastDose.add(step.orElse(BigDecimal.ZERO));
          case SAME -> lastDose;
          case DOWN -> step.map(lastDose::subtract).orElse(lowest).max(lowest);
          case STOP -> BigDecimal.ZERO;
        };
    boolean nothingLower = demand == Demand.DOWN && lastDose.compareTo(lowest) <= 0;
    if (wanted.signum() <= 0 || nothingLower) {
      return new NextDose.Stop();
    }
    var caps =
        DoseCaps.of(
            new DoseCaps.Asked(
                new WeightNormalisedDose(wanted), last.minutes(), last.actual(), earlier),
            protocol,
            last.dosedOn(),
            known,
            at);
    var capped = new CapReasons(base, day).of(caps);
    reasons.addAll(capped);
    var allowed =
        caps.limited().allowed().milligramsPerKilogram().setScale(DECIMALS, RoundingMode.DOWN);
    if (!caps.usedUp().isEmpty() || allowed.signum() == 0) {
      return new NextDose.Stop();
    }
    var dose = new WeightNormalisedDose(allowed);
    int against = dose.compareTo(last.dose());
    if (against > 0) {
      return new NextDose.Up(dose);
    }
    return against == 0 ? new NextDose.Same(dose) : new NextDose.Down(dose);
  }

  private static List<String> inputs(LastInfusion last) {
    var inputs = new ArrayList<String>();
    inputs.add(
        "infusion %d at %s mg/kg"
            .formatted(last.number(), last.dose().milligramsPerKilogram().toPlainString()));
    last.observed().entrySet().stream()
        .sorted(java.util.Map.Entry.comparingByKey())
        .forEach(entry -> inputs.add(TitrationRules.range(entry.getKey(), entry.getValue())));
    last.events().forEach(event -> inputs.add(event.what() + ", " + event.grade().words()));
    inputs.add("pain fell by " + TitrationRules.percent(last.painFall()));
    inputs.add("PEG fell by " + TitrationRules.percent(last.functionFall()));
    return inputs;
  }

  /// The caps that bit, as reasons.
  private record CapReasons(KnowledgeBase base, LocalDate day) {
    List<Reason> of(DoseCaps.Result caps) {
      var reasons = new ArrayList<Reason>();
      for (var cap : caps.limited().caps()) {
        var evidence = base.entry(cap.rule().value()).on(day).orElseThrow().evidence();
        reasons.add(
            new Reason(
                cap.rule(),
                "A cap bites",
                new org.nepenthe.care.decision.Verdict.Met(
                    caps.limited().asked().milligramsPerKilogram().toPlainString() + " mg/kg",
                    Optional.empty()),
                cap.reason(),
                evidence));
      }
      return reasons;
    }
  }
}

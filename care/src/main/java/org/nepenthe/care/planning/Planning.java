package org.nepenthe.care.planning;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.KnowledgeVersion;
import org.nepenthe.care.decision.Limited;
import org.nepenthe.care.decision.Limited.Hardness;
import org.nepenthe.care.decision.Reading;
import org.nepenthe.care.planning.PlanResult.Fault;
import org.nepenthe.care.planning.PlanResult.Field;
import org.nepenthe.care.planning.order.DoseOrder;
import org.nepenthe.care.planning.protocol.DoseCaps;
import org.nepenthe.care.planning.protocol.PlanningKnowledge;
import org.nepenthe.care.planning.protocol.Protocol;
import org.nepenthe.care.planning.protocol.ProtocolCaps;
import org.nepenthe.care.planning.slip.Slips;
import org.nepenthe.knowledge.KnowledgeBase;
import org.nepenthe.quantity.BodyWeight;
import org.nepenthe.quantity.WeightNormalisedDose;
import org.nepenthe.quantity.WeightNormalisedRate;

/// Works out a dose plan, or says field by field why there is none.
public final class Planning {
  private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

  private final KnowledgeBase base;
  private final PlanningKnowledge knowledge;
  private final Instant at;

  private Planning(KnowledgeBase base, Instant at) {
    this.base = base;
    this.knowledge = new PlanningKnowledge(base, at.atOffset(ZoneOffset.UTC).toLocalDate());
    this.at = at;
  }

  /// @param at the moment of planning, against which the weight's age is judged
  public static PlanResult propose(
      PlanRequest request, KnowledgeBase knowledge, Actor by, Instant at) {
    return new Planning(knowledge, at).propose(request, by);
  }

  private PlanResult propose(PlanRequest request, Actor by) {
    var found =
        knowledge.protocols().stream()
            .filter(candidate -> candidate.id().equals(request.protocolId()))
            .findFirst();
    if (found.isEmpty()) {
      return refused(Field.PROTOCOL, "Choose a protocol.");
    }
    var protocol = found.get();
    var outside = ProtocolCaps.faults(protocol, knowledge);
    if (!outside.isEmpty()) {
      return refused(Field.PROTOCOL, String.join(" ", outside));
    }
    var faults = new ArrayList<Fault>();
    checkWeight(request, faults);
    checkMinutes(request, protocol, faults);
    checkSolution(request, protocol, faults);
    checkIndication(request, protocol, faults);
    checkBenefit(request.benefit(), faults);
    var dosedOn = dosedOn(request, protocol);
    if (dosedOn.isEmpty()) {
      faults.add(
          new Fault(
              Field.WEIGHT,
              "This protocol doses by the "
                  + protocol.weight().words()
                  + ", which needs height and sex on the chart."));
    }
    if (!faults.isEmpty()) {
      return new PlanResult.Refused(faults, Optional.empty());
    }
    var caps = DoseCaps.of(asked(request), protocol, dosedOn.get(), knowledge, at);
    checkCaps(request, protocol, dosedOn.get(), caps, faults);
    if (!faults.isEmpty()) {
      return new PlanResult.Refused(faults, Optional.of(caps.limited()));
    }
    return work(request, protocol, dosedOn.get(), caps.limited(), by);
  }

  private PlanResult work(
      PlanRequest request,
      Protocol protocol,
      BodyWeight dosedOn,
      Limited<WeightNormalisedDose> limited,
      Actor by) {
    return switch (DoseArithmetic.work(request, protocol, dosedOn, knowledge)) {
      case DoseArithmetic.NotMeasurable(var why) -> refused(Field.VIAL, why);
      case DoseArithmetic.TooFast(var why) -> refused(Field.PREPARED, why);
      case DoseArithmetic.Worked(var order) ->
          new PlanResult.Planned(
              new DosePlan.Proposed(
                  request.infusionNumber(),
                  order,
                  limited,
                  limited.limited() ? request.softCapReason() : Optional.empty(),
                  request.benefit(),
                  PlanNotices.of(request, protocol, order, knowledge, at),
                  new KnowledgeVersion(base.version(), base.contentHash()),
                  by,
                  at));
    };
  }

  /// The weight that the protocol means; empty where it cannot be computed for this patient.
  private Optional<BodyWeight> dosedOn(PlanRequest request, Protocol protocol) {
    var actual = request.weight().weight();
    var size = request.facts().size();
    return switch (protocol.weight()) {
      case ACTUAL -> Optional.of(actual);
      case IDEAL -> size.ideal(knowledge.weightFormula());
      case ADJUSTED -> size.adjusted(actual, knowledge.weightFormula());
    };
  }

  private void checkWeight(PlanRequest request, List<Fault> faults) {
    var rule = knowledge.dosingWeight();
    var plausible = rule.range("plausible");
    var weight = request.weight().weight();
    if (!plausible.contains(weight.kilograms())) {
      faults.add(
          new Fault(
              Field.WEIGHT,
              "A dosing weight is "
                  + plausible.words()
                  + "; check the number and whether it is in kilograms or pounds. "
                  + request
                      .facts()
                      .lastWeight()
                      .map(last -> Slips.words(Slips.behindWeight(weight, last)))
                      .orElse("")));
      return;
    }
    var freshFor = rule.amount("fresh-for");
    var reading = Reading.of(weight, request.weight().measuredAt(), at, freshFor.duration());
    if (reading instanceof Reading.Stale<BodyWeight>) {
      boolean future = request.weight().measuredAt().isAfter(at);
      faults.add(
          new Fault(
              Field.WEIGHT,
              future
                  ? "This weight is dated in the future; correct its date."
                  : "This weight is older than "
                      + Duration.ofSeconds(freshFor.duration().toSeconds()).toDays()
                      + " days; weigh the patient again."));
    }
    var limit = rule.amount("asks-when-changed-by");
    request
        .facts()
        .lastWeight()
        .filter(last -> limit.isBreachedBy(changeInPercent(weight, last)))
        .filter(_ -> !request.weightChangeConfirmed())
        .ifPresent(last ->
            faults.add(
                new Fault(
                    Field.WEIGHT,
                    (Slips.words(Slips.behindWeight(weight, last)) + " This is ").stripLeading()
                        + changeInPercent(weight, last)
                            .setScale(0, java.math.RoundingMode.HALF_UP)
                            .toPlainString()
                        + " % off the last weight, "
                        + last.kilograms().toPlainString()
                        + " kg. Weigh again, or confirm that the change is true.")));
  }

  private static BigDecimal changeInPercent(BodyWeight weight, BodyWeight last) {
    return weight.relativeChangeFrom(last).multiply(PERCENT);
  }

  private static void checkMinutes(PlanRequest request, Protocol protocol, List<Fault> faults) {
    if (request.minutes().compareTo(protocol.shortestMinutes()) < 0
        || request.minutes().compareTo(protocol.longestMinutes()) > 0) {
      faults.add(
          new Fault(
              Field.MINUTES,
              "This protocol runs over "
                  + protocol.shortestMinutes().toPlainString()
                  + " to "
                  + protocol.longestMinutes().toPlainString()
                  + " min."));
    }
  }

  private void checkSolution(PlanRequest request, Protocol protocol, List<Fault> faults) {
    if (!knowledge.vialStrengths(protocol.moiety()).contains(request.vial())) {
      faults.add(new Fault(Field.VIAL, "Choose one of the strengths the product comes in."));
    }
    if (!knowledge.preparedStrengths().contains(request.prepared())) {
      faults.add(new Fault(Field.PREPARED, "Choose one of the site's prepared strengths."));
    }
  }

  private static void checkBenefit(AgreedBenefit benefit, List<Fault> faults) {
    if (benefit.painFallPercent().isEmpty() && benefit.functionFallPercent().isEmpty()) {
      faults.add(
          new Fault(Field.BENEFIT, "Agree on at least one change that will count as benefit."));
    }
    if (benefit.byInfusion() < 1) {
      faults.add(new Fault(Field.BENEFIT, "Agree by which infusion benefit has to show."));
    }
  }

  private static void checkIndication(PlanRequest request, Protocol protocol, List<Fault> faults) {
    if (PlanNotices.otherIndication(request, protocol)
        && request.otherIndicationReason().isBlank()) {
      faults.add(
          new Fault(
              Field.OTHER_INDICATION,
              "This protocol does not name the indication the patient was referred for: say why it"
                  + " is right all the same, or choose another."));
    }
  }

  private static void checkCaps(
      PlanRequest request,
      Protocol protocol,
      BodyWeight dosedOn,
      DoseCaps.Result caps,
      List<Fault> faults) {
    caps.usedUp().forEach(words -> faults.add(new Fault(Field.DOSE, words)));
    var slips =
        Slips.words(
            Slips.aboveProtocol(
                request.dosePerWeight().milligramsPerKilogram(),
                protocol.lowest().milligramsPerKilogram(),
                protocol.highest().milligramsPerKilogram(),
                dosedOn));
    for (var cap : caps.limited().caps()) {
      boolean overridden = cap.hardness() == Hardness.SOFT && request.softCapReason().isPresent();
      if (!overridden) {
        var what =
            cap.hardness() == Hardness.HARD
                ? " Nobody can exceed it."
                : " Lower the dose, or give a reason.";
        faults.add(new Fault(Field.DOSE, (cap.reason() + what + " " + slips).strip()));
      }
    }
  }

  static DoseCaps.Asked asked(PlanRequest request) {
    return new DoseCaps.Asked(
        request.dosePerWeight(),
        request.minutes(),
        request.weight().weight(),
        request.facts().earlier());
  }

  private static PlanResult refused(Field field, String message) {
    return new PlanResult.Refused(List.of(new Fault(field, message)), Optional.empty());
  }

  /// The rate an order runs at, for each kilogram of body weight.
  public static WeightNormalisedRate ratePerWeight(DoseOrder order) {
    return order.doseRate().per(order.weight().weight());
  }
}

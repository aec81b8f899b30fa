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
import org.nepenthe.care.decision.RuleId;
import org.nepenthe.care.planning.PlanResult.Fault;
import org.nepenthe.care.planning.PlanResult.Field;
import org.nepenthe.knowledge.KnowledgeBase;
import org.nepenthe.quantity.BodyWeight;
import org.nepenthe.quantity.Dose;
import org.nepenthe.quantity.WeightNormalisedDose;
import org.nepenthe.quantity.WeightNormalisedRate;

/// Works out a dose plan, or says field by field why there is none.
public final class Planning {
  private static final BigDecimal PERCENT = BigDecimal.valueOf(100);
  private static final BigDecimal MINUTES_PER_HOUR = BigDecimal.valueOf(60);

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
    var protocol =
        knowledge.protocols().stream()
            .filter(candidate -> candidate.id().equals(request.protocolId()))
            .findFirst();
    if (protocol.isEmpty()) {
      return refused(Field.PROTOCOL, "Choose a protocol.");
    }
    var faults = new ArrayList<Fault>();
    checkWeight(request, faults);
    checkMinutes(request, protocol.get(), faults);
    checkSolution(request, protocol.get(), faults);
    checkBenefit(request.benefit(), faults);
    if (!faults.isEmpty()) {
      return new PlanResult.Refused(faults, Optional.empty());
    }
    var limited = limit(request, protocol.get());
    checkCaps(request, limited, faults);
    if (!faults.isEmpty()) {
      return new PlanResult.Refused(faults, Optional.of(limited));
    }
    return work(request, protocol.get(), limited, by);
  }

  private PlanResult work(
      PlanRequest request, Protocol protocol, Limited<WeightNormalisedDose> limited, Actor by) {
    var worked =
        DoseArithmetic.work(
            protocol,
            request.weight(),
            request.dosePerWeight(),
            request.minutes(),
            request.vial(),
            request.prepared(),
            knowledge);
    return switch (worked) {
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
                  notices(order, protocol, request),
                  new KnowledgeVersion(base.version(), base.contentHash()),
                  by,
                  at));
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
                  + "; check the number and whether it is in kilograms or pounds."));
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
        .lastWeight()
        .filter(last -> limit.isBreachedBy(changeInPercent(weight, last)))
        .filter(_ -> !request.weightChangeConfirmed())
        .ifPresent(last ->
            faults.add(
                new Fault(
                    Field.WEIGHT,
                    "This is "
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

  private Limited<WeightNormalisedDose> limit(PlanRequest request, Protocol protocol) {
    var weight = request.weight().weight();
    var rateCeiling = knowledge.rateCeiling();
    var byRate =
        new WeightNormalisedDose(
            rateCeiling
                .in("mg/kg/h")
                .multiply(request.minutes())
                .divide(MINUTES_PER_HOUR, java.math.MathContext.DECIMAL64));
    var doseCeiling = knowledge.doseCeiling();
    var byDose = new Dose(doseCeiling.in("mg"), protocol.moiety()).per(weight);
    return Limited.unlimited(request.dosePerWeight())
        .atMost(
            protocol.highest(),
            RuleId.of(protocol.id()),
            "The protocol's highest dose is "
                + protocol.highest().milligramsPerKilogram().toPlainString()
                + " mg/kg.",
            Hardness.HARD)
        .atMost(
            byRate,
            PlanningKnowledge.RATE_CEILING,
            "In an outpatient clinic the rate is never " + rateCeiling.words() + ".",
            Hardness.HARD)
        .atMost(
            byDose,
            PlanningKnowledge.DOSE_CEILING,
            "One infusion " + doseCeiling.words() + " needs a second clinician.",
            Hardness.SOFT);
  }

  private static void checkCaps(
      PlanRequest request, Limited<WeightNormalisedDose> limited, List<Fault> faults) {
    for (var cap : limited.caps()) {
      boolean overridden = cap.hardness() == Hardness.SOFT && request.softCapReason().isPresent();
      if (!overridden) {
        faults.add(
            new Fault(
                Field.DOSE,
                cap.reason()
                    + (cap.hardness() == Hardness.HARD
                        ? " Nobody can exceed it."
                        : " Lower the dose, or give a reason.")));
      }
    }
  }

  private List<Notice> notices(DoseOrder order, Protocol protocol, PlanRequest request) {
    var notices = new ArrayList<Notice>();
    if (request.dosePerWeight().compareTo(protocol.lowest()) < 0) {
      notices.add(
          new Notice(
              RuleId.of(protocol.id()),
              "Below the protocol's range, which starts at "
                  + protocol.lowest().milligramsPerKilogram().toPlainString()
                  + " mg/kg."));
    }
    var floor = knowledge.guidelineFloor();
    var floorDose = floor.amount("dose");
    var floorMinutes = floor.amount("minutes");
    if (floorDose.isBreachedBy(order.dose().milligrams())
        || floorMinutes.isBreachedBy(order.minutes())) {
      notices.add(
          new Notice(
              PlanningKnowledge.GUIDELINE_FLOOR,
              "The guideline's least outpatient infusion is "
                  + plain(floorDose.in("mg"))
                  + " mg over more than "
                  + plain(floorMinutes.in("min"))
                  + " min; this is contested."));
    }
    var exact = order.dosePerWeight().forWeight(order.weight().weight(), order.moiety());
    if (exact.exceeds(order.dose())) {
      notices.add(
          new Notice(
              PlanningKnowledge.PREPARATION,
              "Rounded down from "
                  + plain(exact.milligrams())
                  + " mg so that a syringe can measure it."));
    }
    return notices;
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  private static PlanResult refused(Field field, String message) {
    return new PlanResult.Refused(List.of(new Fault(field, message)), Optional.empty());
  }

  /// The rate an order runs at, for each kilogram of body weight.
  public static WeightNormalisedRate ratePerWeight(DoseOrder order) {
    return order.doseRate().per(order.weight().weight());
  }
}

package org.nepenthe.care.planning;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.nepenthe.care.decision.RuleId;
import org.nepenthe.care.planning.order.DoseOrder;
import org.nepenthe.care.planning.order.Vials;
import org.nepenthe.care.planning.protocol.EarlierDose;
import org.nepenthe.care.planning.protocol.PlanningKnowledge;
import org.nepenthe.care.planning.protocol.Protocol;
import org.nepenthe.quantity.Moiety;

/// What a prescriber should read before signing. None of it blocks; all of it is kept with the
/// plan.
final class PlanNotices {
  private static final Duration WEEK = Duration.ofDays(7);

  private final PlanRequest request;
  private final Protocol protocol;
  private final DoseOrder order;
  private final PlanningKnowledge knowledge;
  private final List<Notice> notices = new ArrayList<>();

  private PlanNotices(
      PlanRequest request, Protocol protocol, DoseOrder order, PlanningKnowledge knowledge) {
    this.request = request;
    this.protocol = protocol;
    this.order = order;
    this.knowledge = knowledge;
  }

  static List<Notice> of(
      PlanRequest request,
      Protocol protocol,
      DoseOrder order,
      PlanningKnowledge knowledge,
      Instant at) {
    var notices = new PlanNotices(request, protocol, order, knowledge);
    notices.vials();
    notices.weight();
    notices.indication();
    notices.range();
    notices.floor();
    notices.rounding();
    notices.number();
    notices.totals(at);
    return List.copyOf(notices.notices);
  }

  private void vials() {
    order
        .vials()
        .filter(Vials::moreThanOne)
        .ifPresent(vials ->
            say(
                knowledge.product(order.moiety()).id(),
                "%d vials are needed: the dose is more than one vial holds (%s mg in %s mL)."
                    .formatted(
                        vials.count(),
                        plain(vials.inOne(order.vial(), order.moiety()).milligrams()),
                        plain(vials.content().millilitres()))));
  }

  private void weight() {
    var formula = knowledge.weightFormula();
    var actual = order.weight().weight();
    var size = request.facts().size();
    var above = size.percentAboveIdeal(actual, formula);
    if (above.isEmpty()) {
      say(
          PlanningKnowledge.WEIGHT_FORMULA,
          "Height or sex is not known: whether the weight is far above the ideal cannot be said."
              + " The dose is computed from the "
              + order.basis().words()
              + ".");
    } else if (formula.amount("far-above-ideal").isBreachedBy(above.get())) {
      say(
          PlanningKnowledge.WEIGHT_FORMULA,
          "The weight is %s %% above the ideal %s kg (adjusted %s kg, BMI %s). The dose is computed"
                  .formatted(
                      rounded(above.get(), 0),
                      rounded(size.ideal(formula).orElseThrow().kilograms(), 1),
                      rounded(size.adjusted(actual, formula).orElseThrow().kilograms(), 1),
                      rounded(size.massIndex(actual).orElseThrow(), 1))
              + " from the %s, %s kg. %s"
                  .formatted(
                      order.basis().words(),
                      rounded(order.dosedOn().kilograms(), 1),
                      protocol.weightSays())
                  .strip());
    }
  }

  private void indication() {
    if (!request.otherIndicationReason().isBlank() && otherIndication(request, protocol)) {
      say(
          RuleId.of(protocol.id()),
          "The protocol does not name this patient's indication. Reason given: "
              + request.otherIndicationReason());
    }
  }

  /// Whether the patient was referred for something that the protocol does not name.
  static boolean otherIndication(PlanRequest request, Protocol protocol) {
    return request
        .facts()
        .indication()
        .filter(indication -> !protocol.indications().contains(indication))
        .isPresent();
  }

  private void range() {
    if (request.dosePerWeight().compareTo(protocol.lowest()) < 0) {
      say(
          RuleId.of(protocol.id()),
          "Below the protocol's range, which starts at "
              + protocol.lowest().milligramsPerKilogram().toPlainString()
              + " mg/kg.");
    }
  }

  private void floor() {
    knowledge.guidelineFloor(order.moiety()).ifPresent(this::floor);
  }

  private void floor(PlanningKnowledge.Rule floor) {
    var dose = floor.values().amount("dose");
    var minutes = floor.values().amount("minutes");
    if (dose.isBreachedBy(order.dose().milligrams()) || minutes.isBreachedBy(order.minutes())) {
      say(
          floor.id(),
          "The guideline's least outpatient infusion is "
              + plain(dose.in("mg"))
              + " mg over more than "
              + plain(minutes.in("min"))
              + " min; this is contested.");
    }
  }

  private void rounding() {
    var exact = order.dosePerWeight().forWeight(order.dosedOn(), order.moiety());
    if (exact.exceeds(order.dose())) {
      say(
          PlanningKnowledge.PREPARATION,
          "Rounded down from "
              + plain(exact.milligrams())
              + " mg so that a syringe can measure it.");
    }
  }

  private void number() {
    protocol
        .caps()
        .infusions()
        .filter(most -> most.isBreachedBy(BigDecimal.valueOf(request.infusionNumber())))
        .ifPresent(most ->
            say(
                RuleId.of(protocol.id()),
                "The protocol's source gave %s infusions; this is number %d, of which it says nothing."
                    .formatted(plain(most.in("1")), request.infusionNumber())));
  }

  private void totals(Instant at) {
    var earlier = request.facts().earlier();
    if (earlier.isEmpty()) {
      return;
    }
    var moiety = order.moiety();
    var totals = knowledge.totals(moiety);
    var week = EarlierDose.within(earlier, moiety, WEEK, at).plus(order.dose());
    var course = EarlierDose.inCourse(earlier, moiety).plus(order.dose());
    say(
        totals.id(),
        "With this infusion: %s mg of %s in 7 days, %s mg in this course. %s"
            .formatted(
                rounded(week.milligrams(), 1),
                moiety.genericName(),
                rounded(course.milligrams(), 1),
                totals.values().text("says")));
    for (var other : Moiety.values()) {
      var beside = EarlierDose.within(earlier, other, WEEK, at);
      if (other != moiety && beside.milligrams().signum() > 0) {
        say(
            totals.id(),
            "Beside it %s mg of %s were given in 7 days: another drug, which no total of %s counts."
                .formatted(
                    rounded(beside.milligrams(), 1), other.genericName(), moiety.genericName()));
      }
    }
  }

  private void say(RuleId rule, String text) {
    notices.add(new Notice(rule, text));
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  private static String rounded(BigDecimal number, int decimals) {
    return plain(number.setScale(decimals, RoundingMode.HALF_UP));
  }
}

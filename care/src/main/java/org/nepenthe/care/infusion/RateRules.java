package org.nepenthe.care.infusion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.planning.order.DoseOrder;
import org.nepenthe.quantity.PumpRate;

/// What stands in the way of a rate.
final class RateRules {
  private RateRules() {}

  /// Everything against raising the rate; empty where nothing is.
  static List<Refusal> againstIncrease(
      Infusion infusion,
      PumpRate rate,
      Optional<Actor> readBackBy,
      Deed deed,
      InfusionRules rules) {
    var order = infusion.log().order();
    var refusals = new ArrayList<Refusal>();
    aboveCeiling(order, rate, rules).ifPresent(why -> refusals.add(new Refusal("rate", why)));
    if (rate.compareTo(order.pumpRate()) > 0) {
      refusals.add(
          new Refusal(
              "rate",
              "Above the approved "
                  + words(order.pumpRate())
                  + ": this needs a new approved plan"));
    }
    doseGiven(infusion, deed).ifPresent(refusals::add);
    rules
        .schedule()
        .blocksIncrease(infusion, deed.now())
        .ifPresent(why -> refusals.add(new Refusal("rate", why)));
    if (readBackBy.isEmpty()) {
      refusals.add(
          new Refusal("readBackBy", "A second person must read the rate back from the pump"));
    } else if (readBackBy.get().isSamePersonAs(deed.by())) {
      refusals.add(new Refusal("readBackBy", "The second person must be somebody else"));
    }
    return refusals;
  }

  /// The ordered volume is the limit of the total: where it may have been reached, with every
  /// unknown stretch counted in full, nothing more is given on this plan.
  static Optional<Refusal> doseGiven(Infusion infusion, Deed deed) {
    var log = infusion.log();
    return log.deliveredAt(deed.now()).complete(log.order())
        ? Optional.of(
            new Refusal("rate", "The approved dose has been given: more needs a new approved plan"))
        : Optional.empty();
  }

  static Optional<String> aboveCeiling(DoseOrder order, PumpRate rate, InfusionRules rules) {
    if (rate.millilitresPerHour().signum() == 0) {
      return Optional.empty();
    }
    var perWeight = rate.delivering(order.prepared(), order.moiety()).per(order.weight().weight());
    var ceiling = rules.rateCeiling(order.moiety());
    return ceiling.isBreachedBy(perWeight.milligramsPerKilogramPerHour())
        ? Optional.of(
            "This is %s of %s, which nobody exceeds in this clinic"
                .formatted(ceiling.words(), order.moiety().genericName()))
        : Optional.empty();
  }

  static String words(PumpRate rate) {
    return rate.millilitresPerHour().toPlainString() + " mL per h";
  }
}

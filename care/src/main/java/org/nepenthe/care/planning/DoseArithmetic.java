package org.nepenthe.care.planning;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.nepenthe.care.planning.order.DoseOrder;
import org.nepenthe.care.planning.order.Vials;
import org.nepenthe.care.planning.protocol.PlanningKnowledge;
import org.nepenthe.care.planning.protocol.Protocol;
import org.nepenthe.quantity.BodyWeight;
import org.nepenthe.quantity.PumpRate;
import org.nepenthe.quantity.Volume;

/// From mg/kg to mL/h. Each rounding is downwards, to what a syringe can measure and a pump can
/// show; everything else is worked out from the rounded volume and rate, so that all numbers agree.
final class DoseArithmetic {
  private DoseArithmetic() {}

  /// What the arithmetic comes to.
  sealed interface Result {}

  record Worked(DoseOrder order) implements Result {}

  record NotMeasurable(String why) implements Result {}

  record TooFast(String why) implements Result {}

  /// @param dosedOn the weight that the protocol means
  static Result work(
      PlanRequest request, Protocol protocol, BodyWeight dosedOn, PlanningKnowledge knowledge) {
    var moiety = protocol.moiety();
    var vial = request.vial();
    var exact = vial.volumeOf(request.dosePerWeight().forWeight(dosedOn, moiety));
    var measured = down(exact, knowledge);
    if (measured.signum() == 0) {
      return new NotMeasurable(
          "The dose is less than a syringe can measure; choose a weaker product.");
    }
    var drawn = new Volume(measured);
    var dose = vial.doseIn(drawn, moiety);
    var total = request.prepared().volumeOf(dose);
    if (total.compareTo(drawn) <= 0) {
      return new NotMeasurable(
          "The product is not stronger than what it is to be made up to; choose another.");
    }
    var pumpRate = total.over(request.minutes()).roundedTo(knowledge.pumpStep(), RoundingMode.DOWN);
    if (knowledge.pumpHighest().isBreachedBy(pumpRate.millilitresPerHour())
        || pumpRate.equals(PumpRate.STOPPED)) {
      return new TooFast("The pump cannot run at the rate this needs; choose another strength.");
    }
    return new Worked(
        new DoseOrder(
            protocol.id(),
            moiety,
            request.weight(),
            request.dosePerWeight(),
            dose,
            request.minutes(),
            vial,
            drawn,
            total.minus(drawn),
            request.prepared(),
            pumpRate.delivering(request.prepared(), moiety),
            pumpRate,
            protocol.weight(),
            dosedOn,
            request.vialContent().map(content -> Vials.holding(drawn, content))));
  }

  private static BigDecimal down(Volume volume, PlanningKnowledge knowledge) {
    var step = knowledge.syringeStep(volume.millilitres());
    return volume.millilitres().divide(step, 0, RoundingMode.DOWN).multiply(step);
  }
}

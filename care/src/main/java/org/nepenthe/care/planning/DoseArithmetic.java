package org.nepenthe.care.planning;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.nepenthe.quantity.PumpRate;
import org.nepenthe.quantity.SolutionStrength;
import org.nepenthe.quantity.Volume;
import org.nepenthe.quantity.WeightNormalisedDose;

/// From mg/kg to mL/h. Each rounding is downwards, to what a syringe can measure and a pump can
/// show; everything else is worked out from the rounded volume and rate, so that all numbers agree.
final class DoseArithmetic {
  private DoseArithmetic() {}

  /// What the arithmetic comes to.
  sealed interface Result {}

  record Worked(DoseOrder order) implements Result {}

  record NotMeasurable(String why) implements Result {}

  record TooFast(String why) implements Result {}

  static Result work(
      Protocol protocol,
      DosingWeight weight,
      WeightNormalisedDose dosePerWeight,
      BigDecimal minutes,
      SolutionStrength vial,
      SolutionStrength prepared,
      PlanningKnowledge knowledge) {
    var moiety = protocol.moiety();
    var drawn = down(vial.volumeOf(dosePerWeight.forWeight(weight.weight(), moiety)), knowledge);
    if (drawn.millilitres().signum() == 0) {
      return new NotMeasurable(
          "The dose is less than a syringe can measure; choose a weaker product.");
    }
    var dose = vial.doseIn(drawn, moiety);
    var total = prepared.volumeOf(dose);
    var pumpRate = total.over(minutes).roundedTo(knowledge.pumpStep(), RoundingMode.DOWN);
    if (knowledge.pumpHighest().isBreachedBy(pumpRate.millilitresPerHour())
        || pumpRate.equals(PumpRate.STOPPED)) {
      return new TooFast("The pump cannot run at the rate this needs; choose another strength.");
    }
    return new Worked(
        new DoseOrder(
            protocol.id(),
            moiety,
            weight,
            dosePerWeight,
            dose,
            minutes,
            vial,
            drawn,
            total.minus(drawn),
            prepared,
            pumpRate.delivering(prepared, moiety),
            pumpRate));
  }

  private static Volume down(Volume volume, PlanningKnowledge knowledge) {
    var step = knowledge.syringeStep(volume.millilitres());
    return new Volume(volume.millilitres().divide(step, 0, RoundingMode.DOWN).multiply(step));
  }
}

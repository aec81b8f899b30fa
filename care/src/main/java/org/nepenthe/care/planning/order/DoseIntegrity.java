package org.nepenthe.care.planning.order;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/// Finds an order whose numbers contradict each other, whoever made it. An order like that would
/// have the pump deliver something else than the page says.
public final class DoseIntegrity {
  /// Divisions carry twenty digits; what differs by more than this part was not rounded but wrong.
  private static final BigDecimal TOLERANCE = new BigDecimal("0.000000001");

  private static final BigDecimal MINUTES_PER_HOUR = BigDecimal.valueOf(60);

  private DoseIntegrity() {}

  /// Where two numbers of the order do not agree, each in a sentence; empty where all do.
  public static List<String> disagreements(DoseOrder order) {
    var found = new ArrayList<String>();
    var asked = order.dosePerWeight().forWeight(order.dosedOn(), order.moiety());
    if (order.dose().moiety() != order.moiety() || order.doseRate().moiety() != order.moiety()) {
      found.add("The order names two drugs.");
    }
    if (more(dose(order), asked.milligrams())) {
      found.add("The dose in mg is more than mg/kg times the weight.");
    }
    if (!same(order.vial().doseIn(order.drawn(), order.moiety()).milligrams(), dose(order))) {
      found.add("The volume drawn up does not hold the dose.");
    }
    if (!same(order.prepared().doseIn(order.total(), order.moiety()).milligrams(), dose(order))) {
      found.add("Everything in the syringe or bag does not hold the dose.");
    }
    var rate = order.pumpRate().delivering(order.prepared(), order.moiety());
    if (!same(rate.milligramsPerHour(), order.doseRate().milligramsPerHour())) {
      found.add("The pump rate does not deliver the dose rate.");
    }
    var given =
        order
            .pumpRate()
            .millilitresPerHour()
            .multiply(order.minutes())
            .divide(MINUTES_PER_HOUR, MathContext.DECIMAL64);
    if (more(given, order.total().millilitres())) {
      found.add("At the pump rate more is given in the time than the order holds.");
    }
    if (order.basis() == WeightBasis.ACTUAL && !order.dosedOn().equals(order.weight().weight())) {
      found.add("The weight the dose is computed from is not the patient's.");
    }
    order
        .vials()
        .filter(vials -> !holds(vials, order))
        .ifPresent(_ -> found.add("The number of vials does not hold what is drawn up."));
    return List.copyOf(found);
  }

  private static BigDecimal dose(DoseOrder order) {
    return order.dose().milligrams();
  }

  private static boolean holds(Vials vials, DoseOrder order) {
    return vials.equals(Vials.holding(order.drawn(), vials.content()));
  }

  private static boolean same(BigDecimal one, BigDecimal other) {
    return !more(one, other) && one.compareTo(other.subtract(slack(other))) >= 0;
  }

  private static boolean more(BigDecimal one, BigDecimal other) {
    return one.compareTo(other.add(slack(other))) > 0;
  }

  private static BigDecimal slack(BigDecimal of) {
    return of.multiply(TOLERANCE);
  }
}
